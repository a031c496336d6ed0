package study

var lancashire = Template{}
