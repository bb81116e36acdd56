using System.Xml;
using System.Xml.Linq;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>Reads a document (contract §2.1). What it cannot run it refuses with the provider's code, line and what is allowed.</summary>
internal sealed class TwimlReader
{
    private readonly List<Warning> warnings = [];

    /// <summary>What was wrong but did not stop the reading.</summary>
    public IReadOnlyList<Warning> Warnings => warnings;

    public IReadOnlyList<Verb> Read(string xml)
    {
        var root = Parse(xml).Root!;
        if (root.Name != "Response")
            throw new TwimlFault(12102, $"The root element is <{root.Name}>; expected <Response>.");
        new Element(root, warnings).RefuseTheRest();
        return root.Elements().Select(ReadVerb).ToList();
    }

    private static XDocument Parse(string xml)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true };
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            return XDocument.Load(reader, LoadOptions.SetLineInfo | LoadOptions.PreserveWhitespace);
        }
        catch (XmlException fault)
        {
            throw new TwimlFault(12100, $"Not XML: {fault.Message}");
        }
    }

    private Verb ReadVerb(XElement xml)
    {
        var element = new Element(xml, warnings);
        Verb verb = element.Name switch
        {
            "Say" => ReadSay(element),
            "Play" => ReadPlay(element),
            "Pause" => new Pause(TimeSpan.FromSeconds(element.Integer("length", 13910, 1, 0, 3600))),
            "Gather" => ReadGather(element),
            "Redirect" => new Redirect(element.Text, element.Method("method", 13710)),
            "Dial" => ReadDial(element),
            "Hangup" => new Hangup(),
            "Reject" => ReadReject(element),
            _ => throw element.Fault(
                12200,
                "this network refuses the verb. It knows: Say, Play, Pause, Gather, Redirect, Dial with Conference or Number, Hangup, Reject."
            ),
        };
        element.RefuseTheRest();
        return verb;
    }

    private Say ReadSay(Element element)
    {
        if (element.Children.FirstOrDefault() is { } child)
            throw element.Fault(12200, $"this network refuses SSML such as <{child.Name}>; it says plain text.");
        if (element.Text.Length == 0)
            warnings.Add(new Warning(13520, "<Say> has no text."));
        if (element.Text.Length > Voices.LongestText)
            throw element.Fault(13521, $"{element.Text.Length} characters; at most {Voices.LongestText} are said.");
        var (language, voice) = (element.Attribute("language"), element.Attribute("voice"));
        if (Voices.Objection(language, voice) is { } objection)
            throw element.Fault(objection.Code, objection.Message);
        return new Say(element.Text, language ?? Voices.LanguageOf(voice), voice, element.Integer("loop", 13510, 1, 0, 1000));
    }

    private static Play ReadPlay(Element element)
    {
        var digits = element.Attribute("digits");
        if (digits is { Length: 0 } || digits?.Any(key => !Keypad.IsKey(key) && key is not ('w' or 'W')) == true)
            throw element.Fault(13430, $"digits=\"{digits}\"; allowed are 0-9 # * w W.");
        if (element.Text.Length == 0 && digits is null)
            throw element.Fault(13420, "no address to play.");
        return new Play(element.Text, element.Integer("loop", 13410, 1, 0, 1000), digits);
    }

    private Gather ReadGather(Element element)
    {
        if (element.Attribute("input") is { } input && input != "dtmf")
            element.Refuse(12200, "input", input, "dtmf (this network has no ears)", "dtmf");
        var finish = element.Attribute("finishOnKey") ?? "#";
        if (finish.Length > 1 || (finish.Length == 1 && !Keypad.IsKey(finish[0])))
            finish = element.Refuse(13310, "finishOnKey", finish, "one of 0-9 # *, or empty", "#");
        var digits = element.Integer("numDigits", 13314, 0, 1, 1000);
        return new Gather(
            element.Attribute("action") ?? "",
            element.Method("method", 13312),
            TimeSpan.FromSeconds(element.Integer("timeout", 13313, 5, 1, 3600)),
            digits == 0 ? null : digits,
            finish,
            element.Flag("actionOnEmptyResult", 13335, false),
            element.Children.Select(child => ReadPrompt(element, child)).ToList()
        );
    }

    private Verb ReadPrompt(Element gather, XElement child) =>
        child.Name.LocalName is "Say" or "Play" or "Pause" && child.Attribute("digits") is null
            ? ReadVerb(child)
            : throw gather.Fault(13320, $"<{child.Name}> inside; only Say, Play without digits and Pause may be.");

    private static Reject ReadReject(Element element) =>
        element.Attribute("reason") switch
        {
            null or "rejected" => new Reject(false),
            "busy" => new Reject(true),
            var text => new Reject(element.Refuse(13810, "reason", text, "rejected or busy", false)),
        };

    private Verb ReadDial(Element element)
    {
        var nouns = element.Children.ToList();
        if (nouns is [{ Name.LocalName: "Number" } number] && element.Text.Length == 0)
            return NumberReader.Read(element, number, warnings);
        if (nouns is not [{ Name.LocalName: "Conference" } noun] || element.Text.Length > 0)
            throw element.Fault(12200, "this network refuses every noun but one Conference or one Number.");
        return new Dial(
            element.Attribute("action"),
            element.Method("method", 13210),
            RoomReader.Read(new Element(noun, warnings)),
            element.Flag("hangupOnStar", 13212, false)
        );
    }
}
