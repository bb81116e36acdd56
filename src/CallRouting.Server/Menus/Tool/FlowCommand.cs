using CallRouting.Core.Calls;
using CallRouting.Core.Menus;

namespace CallRouting.Server.Menus.Tool;

/// <summary>
/// What whoever keeps the menus types: flow check, draw, walk. Needs no database. The exit code is 0, 1 for flows with faults
/// or a walk that went wrong, 2 for a wrong command.
/// </summary>
public sealed class FlowCommand(ModeOptions mode, TextWriter output, TextWriter errors)
{
    private const string Usage = """
        flow check [FOLDER]       tells every fault of the flows and prompts: where it is, what is wrong, and what to do
        flow draw NAME            a flow as an SVG drawing on standard output
        flow walk NAME KEYS       what a caller hears who presses these: 1,1,1481,1 with - for silence

          --folder FOLDER         draw, walk: other flows than those of ivr-flows
          --language nb           walk: the language at the beginning
          --entry start           walk: where the call comes in
          --at 2026-11-18T10:00   walk: when, in Norway
          --agents 3              walk: agents at work
          --overloaded            walk: more callers wait than can be served
          --office 0233           walk: the office that the number stands for, or that is known already
          --withheld              walk: the caller's number is hidden

        In a walk the code 12345 belongs to an open call-back of Nav Nittedal.
        """;

    public int Run(string[] args) =>
        args switch
        {
            ["check"] => Check(mode.FlowFolder, shownAs: null),
            ["check", var folder] => Check(folder, folder.TrimEnd('/')),
            ["draw", var name, .. var rest] => Draw(name, rest),
            ["walk", var name, var keys, .. var rest] => Walk(name, keys, rest),
            _ => Refuse(Usage),
        };

    private int Check(string folder, string? shownAs)
    {
        var files = Read(folder, shownAs);
        if (files.Faults.Count > 0)
        {
            return Tell(files.Faults);
        }
        foreach (var flow in files.Flows)
        {
            output.WriteLine($"{flow.Name}: {flow.Content.Nodes.Count} nodes, {flow.Content.Prompts.Count} languages, no faults.");
        }
        return 0;
    }

    private int Draw(string name, string[] rest) =>
        Options(rest, "folder") is not { } options
            ? Refuse(Usage)
            : With(
                name,
                options.GetValueOrDefault("folder", mode.FlowFolder),
                (flow, folder) =>
                {
                    output.Write(new FlowDrawing(flow, FlowGroups.Read(folder, flow)).Svg());
                    return 0;
                }
            );

    private int Walk(string name, string keys, string[] rest)
    {
        if (Options(rest, "folder", "language", "entry", "at", "agents", "overloaded!", "office", "withheld!") is not { } options)
        {
            return Refuse(Usage);
        }
        return With(
            name,
            options.GetValueOrDefault("folder", mode.FlowFolder),
            (flow, _) =>
            {
                var setting = WalkSetting.Of(options, flow, mode);
                return setting.Wrong is { } wrong ? Refuse(wrong) : new FlowRehearsal(flow, setting, output).Walk(keys);
            }
        );
    }

    private int With(string name, string folder, Func<Flow, string, int> act)
    {
        var files = Read(folder, shownAs: null);
        if (files.Faults.Count > 0)
        {
            return Tell(files.Faults);
        }
        return files.Flows.FirstOrDefault(flow => flow.Name == name) is { } found
            ? act(found, folder)
            : Refuse($"There is no flow \"{name}\" in {folder}. There is {string.Join(", ", files.Flows.Select(flow => flow.Name))}.");
    }

    private FlowFiles Read(string folder, string? shownAs) => FlowFiles.Read(folder, new NumberPlan([], mode.IsDemo), shownAs);

    private int Tell(IReadOnlyList<FileFault> faults)
    {
        foreach (var fault in faults)
        {
            errors.WriteLine(fault);
        }
        errors.WriteLine(faults.Count == 1 ? "1 fault." : $"{faults.Count} faults.");
        return 1;
    }

    private int Refuse(string why)
    {
        errors.WriteLine(why);
        return 2;
    }

    /// <param name="known">Names of options; with ! those that stand alone. Null when something else was typed.</param>
    private static Dictionary<string, string>? Options(string[] typed, params string[] known)
    {
        var options = new Dictionary<string, string>();
        for (var i = 0; i < typed.Length; i++)
        {
            var name = typed[i].StartsWith("--", StringComparison.Ordinal) ? typed[i][2..] : "";
            if (known.Contains(name + "!"))
                options[name] = "yes";
            else if (known.Contains(name) && i + 1 < typed.Length)
                options[name] = typed[++i];
            else
                return null;
        }
        return options;
    }
}
