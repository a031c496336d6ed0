package study

import (
	"bytes"
	"encoding/binary"
	"path"
	"slices"
	"strings"
	"time"
)

// Recording is the audio or video that a source is the transcript of. A source has at most one.
type Recording struct {
	ProjectID ID        `json:"-"`
	ID        ID        `json:"id"`
	SourceID  ID        `json:"source"`
	Blob      string    `json:"blob" doc:"SHA-256 of the bytes, in hexadecimal"`
	Media     string    `json:"media" doc:"Media type, recognised by the first bytes"`
	Filename  string    `json:"filename" doc:"Name the file was uploaded under"`
	Size      int64     `json:"size" doc:"Bytes"`
	CreatedBy ID        `json:"createdBy"`
	CreatedAt time.Time `json:"createdAt"`
}

// Kind and Key name the record in the journal.
func (Recording) Kind() string { return "recording" }
func (r Recording) Key() ID    { return r.ID }

// MediaHead is how many of its first bytes MediaOf wants to see of a file, if it has so many.
const MediaHead = 512

// signature is how a kind of file begins.
type signature struct {
	at            int // bytes from the start
	bytes, called string
}

// playable are the containers that browsers know, with their media types.
var playable = []signature{
	{0, "ID3", "audio/mpeg"}, {0, "fLaC", "audio/flac"}, {0, "OggS", "audio/ogg"}, {0, "RIFF", "audio/wav"},
	{4, "ftypM4A", "audio/mp4"}, {4, "ftypM4B", "audio/mp4"}, {4, "ftyp", "video/mp4"}, {0, "\x1a\x45\xdf\xa3", "video/webm"},
}

// unplayable are recordings that browsers don't play, with what people call them.
var unplayable = []signature{
	{4, "ftypqt", "QuickTime"}, {4, "ftyp3g", "3GP"}, {0, "\x30\x26\xb2\x75\x8e\x66\xcf\x11", "Windows Media"}, {8, "AVI ", "AVI"},
	{0, "FORM", "AIFF"}, {0, "#!AMR", "AMR"}, {0, "caff", "Core Audio"}, {0, "FLV", "Flash"}, {0, "\x02dss", "DSS"}, {0, "\x03ds2", "DS2"},
	{0, "\x00\x00\x01\xba", "MPEG-2"},
}

func (s signature) of(head []byte) bool {
	return len(head) >= s.at && bytes.HasPrefix(head[s.at:], []byte(s.bytes))
}

// MediaOf gives the media type of a recording by its first bytes, whatever its name says.
// What browsers can't play is refused.
func MediaOf(head []byte) (string, error) {
	if i := slices.IndexFunc(unplayable, func(s signature) bool { return s.of(head) }); i >= 0 {
		return "", cantPlay(unplayable[i].called)
	}
	if frame(head, 0xe6, 0xe2) || frame(head, 0xe6, 0xe4) {
		return "audio/mpeg", nil
	}
	if frame(head, 0xf6, 0xf0) {
		return "audio/aac", nil
	}
	i := slices.IndexFunc(playable, func(s signature) bool { return s.of(head) })
	if i < 0 {
		return "", FieldError("file", "This is no recording that can be played here. MP3, M4A, MP4, WAV, Ogg, WebM and FLAC can be.")
	}
	return playable[i].called, checkInside(playable[i].called, head)
}

// frame says whether a stream of MPEG audio begins here: eleven bits of ones, then the layer
// under a mask.
func frame(head []byte, mask, layer byte) bool {
	return len(head) > 3 && head[0] == 0xff && head[1]&mask == layer && head[2] != 0xff
}

// waves are the codes of sound in WAV files that browsers decode: PCM, floating point, A-law,
// mu-law, and those that say more further on.
var waves = []uint16{1, 3, 6, 7, 0xfffe}

// checkInside refuses the kinds of sound that a known container may hold and browsers don't play.
func checkInside(media string, head []byte) error {
	switch {
	case media == "audio/wav" && !bytes.HasPrefix(head[min(8, len(head)):], []byte("WAVE")):
		return FieldError("file", "This is no recording that can be played here. MP3, M4A, MP4, WAV, Ogg, WebM and FLAC can be.")
	case media == "audio/wav" && len(head) > 21 && string(head[12:16]) == "fmt " && !slices.Contains(waves, binary.LittleEndian.Uint16(head[20:])):
		return cantPlay("compressed WAV")
	case media == "video/webm" && !bytes.Contains(head, []byte("webm")):
		return cantPlay("Matroska")
	case media == "audio/ogg" && bytes.Contains(head, []byte("Speex   ")):
		return cantPlay("Speex")
	case media == "audio/ogg" && bytes.Contains(head, []byte("\x80theora")):
		return cantPlay("Theora")
	}
	return nil
}

func cantPlay(called string) error {
	return FieldError("file", "This is a %s recording, which browsers can't play. Save it as MP3, M4A, MP4, WAV, Ogg, WebM or FLAC and add that.", called)
}

// IsRecording says whether a file is called as recordings are, those that can't be played too.
func IsRecording(name string) bool {
	return slices.Contains(recorded, strings.ToLower(path.Ext(name)))
}

var recorded = strings.Fields(".mp3 .m4a .m4b .mp4 .m4v .mov .wav .ogg .oga .ogv .opus .webm .flac .aac .amr .wma .wmv .avi .aif .aiff .3gp .mkv .mpg .mpeg")
