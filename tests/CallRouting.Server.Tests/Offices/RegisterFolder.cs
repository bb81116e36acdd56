using CallRouting.Server.Offices;

namespace CallRouting.Server.Tests.Offices;

/// <summary>A copy of the registers that come with the server, to be spoilt.</summary>
internal sealed class RegisterFolder : IDisposable
{
    public RegisterFolder()
    {
        foreach (var file in Directory.EnumerateFiles(RegisterFiles.OwnFolder, "*.csv"))
        {
            File.Copy(file, Of(System.IO.Path.GetFileName(file)));
        }
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("registers-").FullName;

    public string Of(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>The line that begins so, counted from 1.</summary>
    public int LineOf(string file, string beginning) =>
        1 + Array.FindIndex(File.ReadAllLines(Of(file)), line => line.StartsWith(beginning, StringComparison.Ordinal));

    /// <summary>Puts another line, or lines, in place of the one that begins so, and tells which line that is.</summary>
    public int Replace(string file, string beginning, string line)
    {
        var lines = File.ReadAllLines(Of(file));
        var at = LineOf(file, beginning);
        lines[at - 1] = line;
        File.WriteAllLines(Of(file), lines);
        return at;
    }

    /// <summary>Adds a line and tells which it is.</summary>
    public int Append(string file, string line)
    {
        File.AppendAllText(Of(file), line + "\n");
        return File.ReadAllLines(Of(file)).Length;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
