using System.Xml.Linq;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Telephony;

/// <summary>Writes a script in the provider's words (contract §2). Absolute URLs everywhere.</summary>
public sealed class TwimlWriter(PhoneUrls urls, IOptions<ProviderOptions> options)
{
    public const string ContentType = "text/xml; charset=utf-8";

    private const int RingSeconds = 30;

    private static readonly SpeechVoice Norwegian = new("nb-NO", "Polly.Ida-Neural");
    private static readonly SpeechVoice English = new("en-GB", "Polly.Amy-Neural");

    /// <summary>The document for one leg at one step of its conversation.</summary>
    public string Write(Script script, string callId, string leg, long step) =>
        Document(script.Instructions.Select(instruction => Element(instruction, callId, leg, step)));

    /// <summary>What plays in a room, again and again: no keys there (13238), and it must not run out (§2.8).</summary>
    public static string WriteLoop(Spoken speech, int pause, string again) =>
        Document([SayElement(speech), PauseElement(pause), Redirect(again)]);

    /// <summary>A loop without words, for who is in a room of a call that we do not know.</summary>
    public static string Quiet(string again) => Document([PauseElement(10), Redirect(again)]);

    /// <summary>Keys pressed into a room; nothing where there are none.</summary>
    public static string PressKeys(string? keys) => Document(keys is null ? [] : [new XElement("Play", new XAttribute("digits", keys))]);

    /// <summary>Says something, rings another number, and says something to whoever is still there. Asks nothing more of us.</summary>
    public string SendAway(IEnumerable<Spoken> before, PhoneNumber number, IEnumerable<Spoken> after) =>
        Document([.. before.Select(SayElement), Dial(number), .. after.Select(SayElement), new XElement("Hangup")]);

    /// <summary>Says nothing for a while, and goes.</summary>
    public static string StayQuiet(int seconds) => Document([PauseElement(seconds), new XElement("Hangup")]);

    /// <summary>The answer to a text.</summary>
    public static string Text(string text) => Document([new XElement("Message", text)]);

    public static string HangUp { get; } = Document([new XElement("Hangup")]);

    public static string SayAndHangUp(params IEnumerable<Spoken> speech) =>
        Document([.. speech.Select(SayElement), new XElement("Hangup")]);

    public static string RoomName(string callId, int room) => $"conf-{callId}-{room}";

    private XElement Element(Instruction instruction, string callId, string leg, long step) =>
        instruction switch
        {
            Say say => SayElement(say.Speech),
            Pause pause => PauseElement(pause.Seconds),
            Ask ask => Gather(ask, urls.Keys(leg, step)),
            GoOn => Redirect(urls.Next(leg, step)),
            EnterRoom enter => Dial(enter, RoomName(callId, enter.Room), leg, step),
            SendOn on => Dial(on.Number, urls.Forwarded(leg, step)),
            Core.Calls.HangUp => new XElement("Hangup"),
            _ => throw new InvalidOperationException($"No verb of the provider says {instruction.GetType().Name}."),
        };

    private static XElement Gather(Ask ask, string action) =>
        new(
            "Gather",
            new XAttribute("action", action),
            new XAttribute("method", "POST"),
            new XAttribute("timeout", ask.Expecting.TimeoutSeconds),
            new XAttribute("finishOnKey", ask.Expecting.FinishOnKey),
            ask.Expecting.NumDigits is { } digits ? new XAttribute("numDigits", digits) : null,
            ask.Speech.Select(SayElement),
            ask.PauseAfter > 0 ? PauseElement(ask.PauseAfter) : null
        );

    // The other end sees our own fixed number, never the caller's.
    private XElement Dial(PhoneNumber number, string? action = null) =>
        new(
            "Dial",
            action is null ? null : new XAttribute("action", action),
            action is null ? null : new XAttribute("method", "POST"),
            new XAttribute("callerId", options.Value.OwnNumber),
            new XAttribute("timeout", RingSeconds),
            new XElement("Number", number.E164)
        );

    private XElement Dial(EnterRoom enter, string room, string leg, long step) =>
        new(
            "Dial",
            new XAttribute("action", enter.StarLeaves ? urls.Left(leg, step) : urls.Next(leg)),
            new XAttribute("method", "POST"),
            enter.StarLeaves ? new XAttribute("hangupOnStar", "true") : null,
            new XElement(
                "Conference",
                new XAttribute("participantLabel", enter.Label),
                new XAttribute("startConferenceOnEnter", "true"),
                new XAttribute("endConferenceOnExit", "false"),
                new XAttribute("beep", "false"),
                new XAttribute("waitUrl", urls.Wait(leg)),
                new XAttribute("waitMethod", "POST"),
                // On every leg the same: the first joiner's values win, and who is first is a race (§6.1).
                new XAttribute("statusCallback", urls.Room(room)),
                new XAttribute("statusCallbackEvent", "start end join leave hold"),
                room
            )
        );

    // Words that no flow says are read by the usual voice of their language.
    private static XElement SayElement(Spoken speech)
    {
        var voice = speech.Voice ?? (speech.Language == Language.English ? English : Norwegian);
        return new("Say", new XAttribute("language", voice.Locale), new XAttribute("voice", voice.Name), speech.Text);
    }

    private static XElement PauseElement(int seconds) => new("Pause", new XAttribute("length", seconds));

    private static XElement Redirect(string url) => new("Redirect", new XAttribute("method", "POST"), url);

    private static string Document(IEnumerable<XElement> verbs) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + new XElement("Response", verbs).ToString(SaveOptions.DisableFormatting);
}
