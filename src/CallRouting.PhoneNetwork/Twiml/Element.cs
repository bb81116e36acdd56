using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CallRouting.PhoneNetwork.Twiml;

/// <summary>
/// Reads one element's attributes. A value out of range is told and its default used; an attribute that nobody asked for is one that the product
/// never sends, and is refused by name.
/// </summary>
internal sealed class Element(XElement xml, List<Warning> warnings)
{
    private readonly HashSet<string> known = [];

    public string Name => xml.Name.LocalName;

    /// <summary>The text between the tags, without the blanks around it.</summary>
    public string Text => string.Concat(xml.Nodes().OfType<XText>().Select(text => text.Value)).Trim();

    public IEnumerable<XElement> Children => xml.Elements();

    public string? Attribute(string name)
    {
        known.Add(name);
        return xml.Attribute(name)?.Value;
    }

    public int Integer(string name, int code, int otherwise, int least, int most)
    {
        if (Attribute(name) is not { } text)
            return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        return Refuse(code, name, text, $"a whole number from {least} to {most}", otherwise);
    }

    public bool Flag(string name, int code, bool otherwise) =>
        Attribute(name) switch
        {
            null => otherwise,
            "true" => true,
            "false" => false,
            var text => Refuse(code, name, text, "true or false", otherwise),
        };

    public string Method(string name, int code) =>
        Attribute(name) switch
        {
            null => "POST",
            "GET" => "GET",
            "POST" => "POST",
            var text => Refuse(code, name, text, "GET or POST", "POST"),
        };

    public T Refuse<T>(int code, string name, string text, string allowed, T instead)
    {
        warnings.Add(new Warning(code, $"{Where}: {name}=\"{text}\"; allowed is {allowed}. Going on with {instead}."));
        return instead;
    }

    /// <summary>Tells of every attribute that was not asked for.</summary>
    public void RefuseTheRest()
    {
        foreach (var stranger in xml.Attributes().Where(attribute => !known.Contains(attribute.Name.LocalName)))
        {
            var allowed = known.Count == 0 ? "none" : string.Join(", ", known);
            warnings.Add(new Warning(12200, $"{Where}: this network refuses the attribute {stranger.Name}. It knows: {allowed}."));
        }
    }

    public TwimlFault Fault(int code, string why) => new(code, $"{Where}: {why}");

    private string Where => xml is IXmlLineInfo line && line.HasLineInfo() ? $"<{Name}> at line {line.LineNumber}" : $"<{Name}>";
}
