using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Menus;

namespace CallRouting.Server.Tests.Menus;

/// <summary>The flows of the repository, found from wherever the tests run.</summary>
internal static class Flows
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot(), "ivr-flows");

    private static readonly Lazy<Flow> Loaded = new(() => Read(Folder).Flows.Single(flow => flow.Name == "national"));

    public static Flow National => Loaded.Value;

    /// <summary>What our own prompts say of days and times, by the language's code.</summary>
    public static Phrases Phrases(string language) => new(National.WordsOf(Languages.OfCode(language)!.Value));

    /// <summary>As the demo reads them.</summary>
    public static FlowFiles Read(string folder) => FlowFiles.Read(folder, new NumberPlan([], demoNumbers: true));

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CallRouting.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
