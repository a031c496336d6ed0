package ingest

import (
	"strings"
	"testing"
	"time"
)

func TestSubtitlesBecomeOneTurnACue(t *testing.T) {
	for _, c := range []struct{ name, file, data, want string }{
		{"voices", "a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<v.loud Esme Q>Hello <i>you</i></v>\n\n00:02.000 --> 00:03.000\n<v Mary>Hi\nthere\n\n00:03.000 --> 00:04.000\n(door)",
			"Esme Q@0-2000| Hello you\nMary@2000-3000| Hi there\n@3000-4000| (door)"},
		{"two voices in one cue", "a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<v Ann>One\n<v Ben>Two",
			"Ann@0-2000| One\nBen@0-2000| Two"},
		{"everything that is not a cue", "a.vtt", "\ufeffWEBVTT - a title\nLanguage: en\n\nNOTE not\nthis\n\nSTYLE\n::cue { color: red }\n\nREGION\nid:a\n\nintro\n1:00:00.000 --> 01:00:02.500 align:nonsense line:-\nText\n\nlost words\n\n00:99.000 --> 00:01.000\nbad times",
			"@3600000-3602500| Text"},
		{"tags, times and entities", "a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\n<c.yellow>Q&amp;A</c> <b>is</b> <00:01.000>here&nbsp;&lt;<u>now</u>&gt; <ruby>a<rt>b</rt></ruby> <lang en>c</lang> in <town>, 3 < 4",
			"@0-2000| Q&A is here\u00a0<now> ab c in <town>, 3 < 4"},
		{"a second line of times ends a cue", "a.vtt", "WEBVTT\n\n00:00.000 --> 00:02.000\nOne\n00:02.000 --> 00:04.000\nTwo", "@0-2000| One\n@2000-4000| Two"},
		{"bare CR", "a.vtt", "WEBVTT\r\r1\r00:00.000 --> 00:02.000\rOne\rmore\r\r2\r00:02.000 --> 00:04.000\rTwo", "@0-2000| One more\n@2000-4000| Two"},
		{"short fractions", "a.vtt", "WEBVTT\n\n00:01:39 --> 00:01:41.04\nRumble", "@99000-101040| Rumble"},
		{"many hours", "a.vtt", "WEBVTT\n\n1000:00:00.000 --> 1000:00:01.000\nLate", "@3600000000-3600001000| Late"},
		{"names before a colon, as Zoom writes them", "a.vtt", "WEBVTT\n\n1\n00:00.000 --> 00:01.000\nstokes: Hello.\n\n2\n00:01.000 --> 00:02.000\nMario Havel: Hi.\n\n3\n00:02.000 --> 00:03.000\nstokes: So.\n\n4\n00:03.000 --> 00:04.000\nMario Havel: Yes.\n\n5\n00:04.000 --> 00:05.000\nstokes: Right.",
			"stokes@0-1000| Hello.\nMario Havel@1000-2000| Hi.\nstokes@2000-3000| So.\nMario Havel@3000-4000| Yes.\nstokes@4000-5000| Right."},
		{"a dash is another voice", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\n- Hello.\n- Hi\nthere.", "@1000-2000| - Hello.⏎- Hi there."},
		{"a name holds until the next", "a.srt", "1\n00:00:00,179 --> 00:00:02,399\nTravis: When you\nstart\n\n2\n00:00:02,400 --> 00:00:04,799\nit is\n\n3\n00:00:05,000 --> 00:00:06,000\nGilon: Yes.\n\n4\n00:00:06,000 --> 00:00:07,000\nTravis: No.\n\n5\n00:00:07,000 --> 00:00:08,000\nGilon: Oh.\n\n6\n00:00:08,000 --> 00:00:09,000\nwell",
			"Travis@179-2399| When you start\nTravis@2400-4799| it is\nGilon@5000-6000| Yes.\nTravis@6000-7000| No.\nGilon@7000-8000| Oh.\nGilon@8000-9000| well"},
		{"missing numbers, points, styles", "a.srt", "\ufeff00:01:39 --> 00:01:41,04 X1:40\n(deep rumbling)\n\n00:02:04.08 --> 00:02:07.12\n{\\an8}<font color=\"#fff\"><i>How</i> did\n\nwe end up?</font>\n\n7\n00:02:12:160 --> 00:02:15:20\n3 < 4",
			"@99000-101040| (deep rumbling)\n@124080-127120| How did we end up?\n@132160-135200| 3 < 4"},
		{"a number that is said", "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nSeven\n7\n\n2\n00:00:02,000 --> 00:00:03,000\nEight", "@1000-2000| Seven 7\n@2000-3000| Eight"},
	} {
		t.Run(c.name, func(t *testing.T) { expect(t, read(t, c.file, c.data), c.want) })
	}
}

func TestCuesWithUnreadableTimesAreWarnedOf(t *testing.T) {
	doc := read(t, "a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n\nsoon --> later\nGone\n\n00.02 --> 00:04.000\nGone too")
	if got := strings.Join(doc.Warnings, " "); !strings.Contains(got, "2 cues left out") {
		t.Errorf("warnings are %q", got)
	}
}

func TestTheLanguageOfAVTTIsRead(t *testing.T) {
	if doc := read(t, "a.vtt", "WEBVTT\nKind: captions\nLanguage: cy\n\n00:01.000 --> 00:02.000\nHelo"); doc.Language != "cy" {
		t.Errorf("language is %q", doc.Language)
	}
}

func TestHostileSubtitlesTakeLinearTime(t *testing.T) {
	for _, part := range []string{"<", "<v A>x", "<v A>x<v B>y", "&amp", "<00:01.000>", "\n\n00:01.000 --> 00:02.000\nx", "x\n", "\n1\n"} {
		for name, head := range map[string]string{"a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n", "a.srt": "1\n00:00:01,000 --> 00:00:02,000\n"} {
			start := time.Now()
			_, _ = Read(t.Context(), name, []byte(head+strings.Repeat(part, 1_000_000/len(part))), Options{})
			if took := time.Since(start); took > 10*time.Second {
				t.Errorf("%s of %q takes %s", name, part, took)
			}
		}
	}
}
