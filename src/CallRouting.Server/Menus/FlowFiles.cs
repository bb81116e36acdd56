using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using YamlDotNet.Core;

namespace CallRouting.Server.Menus;

/// <summary>The flows of a folder, or everything that is wrong with them. With a fault there are no flows.</summary>
public sealed record FlowFiles(IReadOnlyList<Flow> Flows, IReadOnlyList<FileFault> Faults)
{
    /// <summary>Reads every flow of the folder and the prompts beside them.</summary>
    /// <param name="folder">Holds *.yaml, and prompts/nb.yaml, nn.yaml and en.yaml.</param>
    /// <param name="plan">Which other numbers a flow may send callers on to.</param>
    /// <param name="shownAs">The folder as faults name it; left out: its own name.</param>
    public static FlowFiles Read(string folder, NumberPlan plan, string? shownAs = null)
    {
        var shown = shownAs ?? Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));
        if (!Directory.Exists(folder))
            return new([], [new FileFault(shown, 1, $"the folder {folder} does not exist. It holds the flows and their prompts.")]);

        var prompts = PromptFiles.Read(folder, shown);
        var files = Directory.GetFiles(folder, "*.yaml").Order(StringComparer.Ordinal).ToList();
        var read = files.Select(file => ReadFlow(file, shown, prompts, plan)).ToList();
        var said = read.SelectMany(each => each.Content.Nodes.Values).SelectMany(FlowRules.SaidBy).ToHashSet();
        // What an unreadable flow says is not known, so nothing can be called unused.
        if (read.Any(each => each.Notes.IsUnreadable))
            said.UnionWith(prompts.Ids);

        FileFault[] faults =
        [
            .. files.Count == 0 ? [new FileFault(shown, 1, "there is no flow. Add national.yaml.")] : Array.Empty<FileFault>(),
            .. read.SelectMany(each => FaultsOf(each.Content, each.Notes)),
            .. SameNames(read),
            .. prompts.Faults(said),
        ];
        return new(
            faults.Length == 0 ? [.. read.Select(each => new Flow(each.Content))] : [],
            [.. faults.Distinct().OrderBy(fault => fault.File, StringComparer.Ordinal).ThenBy(fault => fault.Line)]
        );
    }

    private static (FlowContent Content, FileNotes Notes) ReadFlow(string file, string shown, PromptFiles prompts, NumberPlan plan)
    {
        var notes = new FileNotes($"{shown}/{Path.GetFileName(file)}", prompts.Languages);
        var yaml = Parse(file, notes);
        return (notes.IsUnreadable ? FlowReader.Nothing : FlowReader.Read(yaml, notes, prompts, plan), notes);
    }

    private static IEnumerable<FileFault> FaultsOf(FlowContent content, FileNotes notes) =>
        notes.IsUnreadable ? notes.Faults : [.. notes.Faults, .. FlowRules.Faults(content).Select(notes.Located)];

    private static IEnumerable<FileFault> SameNames(IEnumerable<(FlowContent Content, FileNotes Notes)> read) =>
        read.Where(each => each.Content.Name.Length > 0)
            .GroupBy(each => each.Content.Name)
            .SelectMany(same => same.Skip(1))
            .Select(each => each.Notes.Located(new(new Spot.Whole(), $"another flow is called \"{each.Content.Name}\" too. Rename one.")));

    internal static YamlValue Parse(string file, FileNotes notes)
    {
        try
        {
            return YamlValue.Parse(File.ReadAllText(file));
        }
        catch (YamlException broken)
        {
            notes.Unreadable(
                (int)broken.Start.Line,
                $"this cannot be read as YAML: {broken.Message.TrimEnd('.')}. Mind the indentation and the quotes."
            );
            return new YamlValue.Map(1, []);
        }
    }
}
