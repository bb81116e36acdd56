using System.Xml;
using System.Xml.Linq;
using CallRouting.PhoneNetwork.Twiml;

namespace CallRouting.PhoneNetwork.Messages;

/// <summary>Reads what a text is answered with: messages, each a text of its own. What it does not know it refuses.</summary>
internal static class SmsDocument
{
    private const int LongestBody = 1600;

    public static IReadOnlyList<string> Read(string xml)
    {
        var root = Parse(xml);
        if (root.Name != "Response")
            throw new TwimlFault(12102, $"The root element is <{root.Name}>; expected <Response>.");
        return [.. root.Elements().Select(Text)];
    }

    private static string Text(XElement verb) =>
        verb.Name != "Message" ? throw new TwimlFault(12200, $"<{verb.Name}>: this network answers a text with Message only.")
        : verb.HasAttributes || verb.HasElements
            ? throw new TwimlFault(12200, "<Message>: this network knows it with text and nothing else.")
        : verb.Value.Length is > 0 and <= LongestBody ? verb.Value
        : throw new TwimlFault(14103, $"<Message> has {verb.Value.Length} characters; allowed are 1 to {LongestBody}.");

    private static XElement Parse(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException fault)
        {
            throw new TwimlFault(12100, $"Not XML: {fault.Message}");
        }
    }
}
