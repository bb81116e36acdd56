using System.Collections.Concurrent;
using System.Diagnostics;

namespace CallRouting.Scenarios.Processes;

/// <summary>A program that a test started. Disposing kills it, so that nothing outlives its test.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> output = new();

    private ChildProcess(Process process) => this.process = process;

    /// <summary>All that it has written, for the message of a test that fails.</summary>
    public string Output => string.Join('\n', output);

    public bool HasEnded => process.HasExited;

    public int ExitCode => process.ExitCode;

    /// <summary>Starts one of our built programs from its own output folder, of the same configuration as the tests.</summary>
    /// <param name="project">For example CallRouting.Server.</param>
    public static ChildProcess Start(string project, IReadOnlyDictionary<string, string> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Library(project), .. args])
        {
            WorkingDirectory = Repository.Folder("."),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }
        start.Environment["Logging__LogLevel__Microsoft.AspNetCore"] = "Warning";
        var child = new ChildProcess(new Process { StartInfo = start });
        child.Run();
        return child;
    }

    /// <summary>As kill -9: no warning, no tidying up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>As kill: asked to end, and given time.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    public Task Ends() => process.WaitForExitAsync();

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            await Kill();
        }
        process.Dispose();
    }

    private void Run()
    {
        process.OutputDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Enqueue(line.Data ?? "");
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private static string Library(string project)
    {
        var ours = new DirectoryInfo(AppContext.BaseDirectory);
        var library = Path.Combine(Repository.Folder("src"), project, "bin", ours.Parent!.Name, ours.Name, $"{project}.dll");
        Assert.That(library, Does.Exist, $"Build {project} first.");
        return library;
    }
}
