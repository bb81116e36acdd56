using System.Xml.Linq;

namespace CallRouting.Server.Tests.Telephony;

/// <summary>A document as the provider reads it (contract §2): what is said, which keys are asked for, and where it leads.</summary>
internal sealed record Document(XElement Root)
{
    public IReadOnlyList<string> Said => [.. Root.Descendants("Say").Select(say => say.Value)];

    public string Words => string.Join(" ", Said);

    /// <summary>Where keys are posted, or null: no keys are asked for.</summary>
    public string? KeysTo => Root.Element("Gather")?.Attribute("action")?.Value;

    public string? GoesOnTo => Root.Element("Redirect")?.Value;

    /// <summary>The other number that is rung, or null.</summary>
    public string? Rings => Root.Element("Dial")?.Element("Number")?.Value;

    public string? Room => Root.Element("Dial")?.Element("Conference")?.Value;

    public bool HangsUp => Root.Elements().Last().Name == "Hangup";

    /// <summary>Every address in it.</summary>
    public IEnumerable<string> Urls =>
        Root.DescendantsAndSelf()
            .SelectMany(element => element.Attributes().Select(attribute => attribute.Value).Append(element.Value))
            .Where(text => text.StartsWith("http", StringComparison.Ordinal));

    public static Document Read(string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        Assert.That(root.Name.LocalName, Is.EqualTo("Response"));
        Assert.That(root.HasElements, "an empty document hangs up without a word");
        return new(root);
    }

    public override string ToString() => Root.ToString(SaveOptions.DisableFormatting);
}
