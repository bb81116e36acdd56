using System.Diagnostics;
using System.Text.Json;

namespace CallRouting.Scenarios.Simulation;

/// <summary>A process that lives worlds one after another (<see cref="Labour"/>), from its beginning to its end.</summary>
internal sealed class Labourer : IAsyncDisposable
{
    private readonly Process process = Start();

    public async Task<WorldFigures> Live(WorldPlan plan)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(plan));
        await process.StandardInput.FlushAsync();
        if (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            return JsonSerializer.Deserialize<WorldFigures>(line)!;
        }
        await process.WaitForExitAsync();
        throw new InvalidOperationException($"The process that lived {plan} ended with {process.ExitCode}.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Labourer).Assembly.Location, "--labour"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in Labour.Environs)
        {
            start.Environment.TryAdd(name, value);
        }
        return Process.Start(start)!;
    }
}
