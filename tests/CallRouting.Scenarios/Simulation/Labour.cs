using System.Text.Json;

namespace CallRouting.Scenarios.Simulation;

/// <summary>
/// The process that lives worlds, one after another: a plan a line comes in, its figures go out. It has one worker thread, so that everything
/// happens in the same order whenever a plan is lived, and a world knows when nothing is left to do (<see cref="Turns"/>).
/// </summary>
internal static class Labour
{
    /// <summary>The environment of a process that labours.</summary>
    public static readonly IReadOnlyDictionary<string, string> Environs = new Dictionary<string, string>
    {
        ["DOTNET_ThreadPool_ForceMinWorkerThreads"] = "1",
        ["DOTNET_ThreadPool_ForceMaxWorkerThreads"] = "1",
        // Counting how often code runs, to compile it better later, costs more than it gains in some minutes.
        ["DOTNET_TieredPGO"] = "0",
        // A world makes much that it throws away at once: 32 MB before somebody tidies, in the runtime's hexadecimal.
        ["DOTNET_GCgen0size"] = "2000000",
    };

    private static readonly string[] OfMemory = ["/dev/shm"];

    public static Task<int> Work()
    {
        ThreadPool.GetMaxThreads(out var threads, out _);
        if (threads != 1)
        {
            Console.Error.WriteLine($"{threads} threads: worlds are lived by one. {string.Join(' ', Environs.Keys)} say so.");
            return Task.FromResult(2);
        }
        var folder = Directory.CreateDirectory(
            Path.Combine(Array.Find(OfMemory, Directory.Exists) ?? Path.GetTempPath(), $"callrouting-{Environment.ProcessId}")
        );
        try
        {
            // Blocking on purpose: this is the process's first thread, and the worlds have the other.
            while (Console.In.ReadLine() is { } line)
            {
                var figures = Live(JsonSerializer.Deserialize<WorldPlan>(line)!, folder.FullName).GetAwaiter().GetResult();
                Console.Out.WriteLine(JsonSerializer.Serialize(figures));
                Console.Out.Flush();
            }
        }
        // Told here: the handler above would say nothing on a stream that another process reads.
#pragma warning disable CA1031
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(broken);
            return Task.FromResult(3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
        return Task.FromResult(0);
    }

    private static async Task<WorldFigures> Live(WorldPlan plan, string folder)
    {
        // Off the first thread, and onto the one that everything shares.
        await Turns.UntilQuiet();
        var before = Environment.CpuUsage.TotalTime;
        await using var world = await SimulatedWorld.Of(plan, folder);
        var figures = await world.Live();
        return figures with { CpuSeconds = Math.Round((Environment.CpuUsage.TotalTime - before).TotalSeconds, 2) };
    }
}
