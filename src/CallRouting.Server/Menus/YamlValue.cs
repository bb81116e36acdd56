using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace CallRouting.Server.Menus;

/// <summary>
/// A YAML file as it stands, with lines. Unlike the library's own model a mapping keeps a key that is written twice,
/// so that it can be told along with everything else that is wrong.
/// </summary>
internal abstract record YamlValue(int Line)
{
    public sealed record Scalar(int Line, string Text) : YamlValue(Line);

    public sealed record List(int Line, IReadOnlyList<YamlValue> Items) : YamlValue(Line);

    public sealed record Map(int Line, IReadOnlyList<(Scalar Key, YamlValue Value)> Pairs) : YamlValue(Line);

    /// <exception cref="YamlException">The text is not YAML, or uses what our files do not need.</exception>
    public static YamlValue Parse(string text)
    {
        var parser = new Parser(new StringReader(text));
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out var end))
            return new Map(1, []);

        parser.Consume<DocumentStart>();
        var value = Next(parser);
        parser.Consume<DocumentEnd>();
        return parser.Accept<StreamEnd>(out _)
            ? value
            : throw new YamlException(parser.Current!.Start, parser.Current.End, "one document only");
    }

    private static YamlValue Next(IParser parser) =>
        parser.Consume<ParsingEvent>() switch
        {
            YamlDotNet.Core.Events.Scalar scalar => new Scalar(LineOf(scalar), scalar.Value),
            SequenceStart start => new List(LineOf(start), ReadItems(parser)),
            MappingStart start => new Map(LineOf(start), ReadPairs(parser)),
            AnchorAlias alias => throw new YamlException(
                alias.Start,
                alias.End,
                "\"*\" begins an alias, which is not used here. Write the key star as \"*\", in quotes"
            ),
            var other => throw new YamlException(other.Start, other.End, "a value was expected"),
        };

    private static List<YamlValue> ReadItems(IParser parser)
    {
        var items = new List<YamlValue>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Next(parser));
        return items;
    }

    private static List<(Scalar Key, YamlValue Value)> ReadPairs(IParser parser)
    {
        var pairs = new List<(Scalar, YamlValue)>();
        while (!parser.TryConsume<MappingEnd>(out var end))
        {
            var at = parser.Current!;
            if (Next(parser) is not Scalar key)
                throw new YamlException(at.Start, at.End, "a name was expected before the colon");
            pairs.Add((key, Next(parser)));
        }

        return pairs;
    }

    private static int LineOf(ParsingEvent at) => (int)at.Start.Line;
}
