using CallRouting.Server.Menus;

namespace CallRouting.Server.Tests.Menus;

/// <summary>A copy of the repository's flows that a test may spoil.</summary>
internal sealed class FlowFolder : IDisposable
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("flows");

    public FlowFolder()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "prompts"));
        foreach (var file in Directory.GetFiles(Flows.Folder, "*.yaml", SearchOption.AllDirectories))
            File.Copy(file, PathOf(Path.GetRelativePath(Flows.Folder, file)));
    }

    public string Folder => Path.Combine(root.FullName, "ivr-flows");

    public IReadOnlyList<string> Faults => [.. Flows.Read(Folder).Faults.Select(fault => fault.ToString())];

    /// <summary>Replaces a text that occurs exactly once.</summary>
    /// <returns>The line where it began.</returns>
    public int Change(string file, string from, string to)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.That(text.Split(from), Has.Length.EqualTo(2), $"\"{from}\" must occur once in {file}");
        File.WriteAllText(PathOf(file), text.Replace(from, to, StringComparison.Ordinal));
        return text[..text.IndexOf(from, StringComparison.Ordinal)].Count(mark => mark == '\n') + 1;
    }

    /// <summary>Adds nodes at the end of the national flow.</summary>
    /// <returns>The line of the first.</returns>
    public int AddNodes(string nodes)
    {
        var text = File.ReadAllText(PathOf("national.yaml"));
        File.WriteAllText(PathOf("national.yaml"), text + nodes);
        return text.Count(mark => mark == '\n') + 1;
    }

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Dispose() => root.Delete(recursive: true);
}
