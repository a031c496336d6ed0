package demo

// theme is what an open answer speaks of: what firms that tick a barrier write about it, with the
// code that its readers give it. An answer is a first sentence, often with a second one.
type theme struct {
	barrier string // as it is ticked
	code    string
	held    said // what holds the firm back
	help    said // what support would have helped
}

type said struct{ first, then []string }

var barrierThemes = []theme{
	{"Access to finance", "Banks and finance", said{
		[]string{"The bank wants three years of accounts before it will talk about the second machine.", "We are always one late payer away from trouble.", "Everything we make goes back into stock, so there is never enough for the van and the oven in one year.", "Our overdraft was halved with a letter and no call.", "I could grow tomorrow if somebody would lend against orders instead of against my house.", "Customers pay at ninety days and the steel is thirty."},
		[]string{"I stopped asking two years ago.", "The manager we knew has gone and the number goes to a call centre.", "So we lease what we ought to own.", "My father signed for it in the end, which I did not like.", "We turned down two jobs in spring for want of forty thousand."}},
		said{[]string{"Someone to sit with me before the bank did.", "A small loan that is decided in the county and not in an office in Leeds.", "Grants that pay before the invoice and not after it.", "Help to chase what we are owed by firms that could pay tomorrow."},
			[]string{"Ten thousand at the right week would have done more than any course.", "We had the order; we did not have the month in between.", "The form took longer than the job."}}},
	{"Finding skilled people", "Finding people", said{
		[]string{"I cannot find anyone under fifty who can set the machine.", "We train them and the big works up the road takes them.", "There are three people in the county who do what we do and two of them already work here.", "Every advert brings forty applications and nobody who can read a drawing.", "Our best man retires in March and it is all in his hands.", "We are short of drivers, not of work."},
		[]string{"We paid an agency four thousand for a lad who stayed nine days.", "The college closed the course the year we asked for it.", "So I am back on the tools myself.", "Two apprentices a year is all one person can teach.", "Shifts that nobody wants are the ones our customers want."}},
		said{[]string{"A college that asks what we need before it prints the prospectus.", "Money for the person who teaches, not only for the one who learns.", "An apprentice shared between three of us would have been the answer.", "Somebody to write down what Derek knows before he goes."},
			[]string{"You cannot send the only setter on a course.", "It has to be here and it has to be after four.", "We would have paid half."}}},
	{"Time of the owner", "Reluctance to delegate", said{
		[]string{"Me. Every price and every complaint still comes across my desk.", "There is nobody to leave it with, so I do not leave.", "I do the books on Sunday and the quotes at night.", "When I am ill the place stands still.", "I know I ought to let go of the buying and I do not.", "We are as big as one person's week."},
		[]string{"My wife says I would rather do it wrong myself than have it done right by somebody else.", "I had a manager for a year and we both hated it.", "The phone is the firm.", "I have not had two weeks off since we opened.", "I keep meaning to write things down."}},
		said{[]string{"A person who had done it, once a month, and not a slide show.", "Somebody to tell me which of my jobs is not mine.", "Half a manager, if you could hire half a one.", "Help to find the first supervisor and to keep out of their way."},
			[]string{"I would have been rude to them and it would have done me good.", "Not a course: a person.", "Evenings, because the days are gone."}}},
	{"Finding customers", "Customers who teach", said{
		[]string{"Two customers are seventy per cent of us.", "We are good at making and bad at asking.", "People round here still think we closed with the mill.", "Nobody answers an email and nobody lets you through the door.", "The tenders are written for firms ten times our size.", "Our trade has gone to whoever is first on the screen."},
		[]string{"If one of them sneezes we are in bed for a year.", "The ones that grumble have taught us most.", "We have never had anybody whose job it is to sell.", "Word of mouth only goes as far as the motorway.", "I would rather weld than ring somebody up."}},
		said{[]string{"An introduction is worth more than a brochure.", "Someone to go through our website and be honest.", "Big buyers in the county who would give a small firm one order to try.", "A stand shared with other firms at a proper trade fair."},
			[]string{"We got there by accident through a cousin in the end.", "Nobody had ever told us what they were looking for.", "One buyer in a room for an hour would do."}}},
	{"Knowing other firms", "Peer networks", said{
		[]string{"I have nobody to talk to who is not family or staff.", "The breakfast clubs are all people selling each other insurance.", "You only find out what others did when it is too late to copy it.", "There is nobody in my trade nearer than Stockport."},
		[]string{"I learned more from a competitor at a funeral than in three years of seminars.", "We all have the same trouble and we are all too proud to say.", "It is lonely, is that allowed on a form?", "I would join if it met at six in the morning."}},
		said{[]string{"Six owners and a table, no speaker.", "Somebody a few years further on who would pick up the phone.", "To see inside another works for a morning.", "A list of who makes what within twenty miles."},
			[]string{"That was the one good part of the programme.", "I kept in touch with two of them and that has been worth it.", "You believe a person who has made the wage bill."}}},
	{"Premises and planning", "Premises and planning", said{
		[]string{"We have outgrown the unit and there is nothing between this and a shed at three times the rent.", "The landlord gives us twelve months at a time, so who would put a crane in?", "Planning took nineteen months for a door.", "The road floods and the wagons will not come down it.", "We are in four units on two estates and half the day is spent carrying.", "The roof leaks on the very machine that must stay dry."},
		[]string{"The council were polite and nobody could decide.", "We looked over the border and I did not want to go.", "Business rates went up the week after.", "Every builder in the valley is waiting for the same site.", "You cannot grow in a building that was built for looms."}},
		said{[]string{"A person at the council with a name.", "Middle-sized units, which nobody builds.", "A straight no in the first month instead of a maybe in the tenth.", "Help with the move; it cost us a quarter."},
			[]string{"They meant well.", "We would have taken on eight.", "The advice was free and worth it."}}},
	{"Rules and paperwork", "Rules and paperwork", said{
		[]string{"For every hour on the job there is half an hour of forms.", "We spend a day a week proving that we did what we did.", "The certificate costs the same for four people as for four hundred.", "Every customer has their own portal and none of them work.", "I started this to bake, not to fill in allergen sheets in three formats."},
		[]string{"My daughter does it at night now.", "Nobody has ever read one, I am sure of it.", "The last inspector told us the opposite of the one before.", "It is not that the rules are wrong; it is that they all come in one month.", "We have a cupboard for it."}},
		said{[]string{"One form for all of them.", "Somebody to ring who says what the rule means for a firm like ours.", "The accountant explained it in ten minutes and charged for an hour.", "Fewer programmes with longer lives."},
			[]string{"I had to prove who I was four times.", "By the time we qualified it had closed.", "A plain answer would have saved a month."}}},
	{"Trading abroad since Brexit", "Brexit and abroad", said{
		[]string{"The parcels that took two days take eleven and come back opened.", "We lost the Dutch customer, who was sorry about it.", "Half the van is paperwork now.", "I have stopped quoting for Ireland.", "The components come from Italy and nobody will say when."},
		[]string{"We set up an address in Rotterdam with two other firms and that has helped.", "It was a tenth of our sales and half of our profit.", "A competitor in Poland sends us a card each Christmas.", "Canada is easier than Calais.", "Not all bad: some of it has come home."}},
		said{[]string{"A customs clerk shared between ten of us.", "Someone who had done the form that week and not read about it.", "Honest advice in 2019 instead of a poster.", "Help to go to one fair in Germany."},
			[]string{"We worked it out by getting it wrong.", "There was a helpline and it rang.", "It came a year after we needed it."}}},
}

// meanings are what firms say that productivity is.
var meanings = []struct {
	code string
	said
}{
	{"Leadership and management", said{
		[]string{"Getting the same out of Friday as out of Tuesday.", "Knowing by ten o'clock whether it is a good day.", "People who know what to do when I am not there.", "Not doing a job twice."},
		[]string{"We put a board up and the talk changed.", "It is mostly stopping things.", "I measure it and then I do not look."}}},
	{"Skill on the floor", said{
		[]string{"A good fitter is worth three of anyone.", "It is in their hands. You can hear a good day from the yard.", "Right first time, which is what I pay for.", "Less scrap in the skip."},
		[]string{"No machine ever had an idea.", "That takes years and I cannot show it to a bank.", "You do not get it by shouting."}}},
	{"Innovation", said{
		[]string{"A better thing for the same money.", "The new machine does in a morning what four of us did in a week.", "Having the nerve to stop making what does not pay.", "Selling what nobody else can be bothered to make."},
		[]string{"We bought it second-hand from a firm that did not dare.", "It took a year before it was any use.", "The idea came from a customer who was cross."}}},
	{"Growth aspiration", said{
		[]string{"Money per head, if you ask the accountant; sleep per night, if you ask me.", "Enough to pay everybody properly and stop at five.", "Being able to say no.", "It is a word on your form. Here we call it being busy or being daft."},
		[]string{"I do not want to be bigger, I want to be better.", "We were most productive when there were six of us.", "Growth is not the same and nobody says so."}}},
	{"Customers who teach", said{
		[]string{"Whether they come back.", "Jobs out of the door on the day we said.", "An order that needs no phone call.", "The customer's time, not ours."},
		[]string{"One buyer taught us to count it that way.", "They will wait for good and not for late.", "All the rest is tidying up."}}},
}

// closing are sentences that answers may end with.
var closing = []string{"There are {n} of us, so you feel it.", "That is how it looks from {district}, at any rate.", "Ask anybody in {sector}.", "With {n} on the books it is all in one head.", "{district} is not a bad place for it, I should say.", "Others in {district} will tell you the same.",
	"We have said so before, to whoever came round.", "It may be different for a firm that is not {n} people.", "I only speak for {sector}.", "That is all there is to it."}
