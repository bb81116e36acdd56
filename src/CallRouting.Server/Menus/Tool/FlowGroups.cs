using System.Text.RegularExpressions;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus.Tool;

/// <summary>The nodes of a flow as its author has grouped them: by comments such as "# ---- Closed: who can help now".</summary>
internal sealed partial record FlowGroups(IReadOnlyList<FlowGroup> All)
{
    public static FlowGroups Read(string folder, Flow flow)
    {
        var file = Directory
            .GetFiles(folder, "*.yaml")
            .Order(StringComparer.Ordinal)
            .First(path => File.ReadLines(path).Any(line => line.TrimEnd() == $"name: {flow.Name}"));
        return Of(File.ReadLines(file), flow);
    }

    internal static FlowGroups Of(IEnumerable<string> lines, Flow flow)
    {
        var groups = new List<(string Title, List<string> Nodes)> { ("", []) };
        foreach (var line in lines.SkipWhile(line => !line.StartsWith("nodes:", StringComparison.Ordinal)))
        {
            if (Heading().Match(line) is { Success: true } heading)
                groups.Add((heading.Groups[1].Value, []));
            else if (Name().Match(line) is { Success: true } name && flow.Content.Nodes.ContainsKey(name.Groups[1].Value))
                groups[^1].Nodes.Add(name.Groups[1].Value);
        }
        // A node that is written some other way is drawn all the same.
        var left = flow.Content.Nodes.Keys.Except(groups.SelectMany(group => group.Nodes)).ToList();
        return new([
            .. groups
                .Append(("", left))
                .Where(group => group.Item2.Count > 0)
                .Select(group => new FlowGroup(group.Item1, [.. group.Item2.Distinct()])),
        ]);
    }

    [GeneratedRegex("^ *# ---- (.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex("^  ([a-z0-9_]+):")]
    private static partial Regex Name();
}

internal sealed record FlowGroup(string Title, IReadOnlyList<string> Nodes);
