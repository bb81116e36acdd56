using System.Diagnostics;
using System.Text.Json;
using System.Threading.Channels;

namespace CallRouting.Scenarios.Simulation;

/// <summary>Hands worlds to as many processes as there are jobs, gathers what they came to, and tells it.</summary>
internal sealed class Foreman(RunPlan plan)
{
    private readonly Totals totals = new();
    private readonly Lock gate = new();

    public async Task<int> Run()
    {
        var clock = TimeProvider.System;
        var began = clock.GetTimestamp();
        var worlds = plan.Worlds().ToList();
        using var telling = new Telling(plan, worlds.Sum(world => world.Calls));
        var queue = Channel.CreateUnbounded<WorldPlan>();
        worlds.ForEach(world => queue.Writer.TryWrite(world));
        queue.Writer.Complete();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(plan.Jobs, worlds.Count)).Select(_ => Employ(queue.Reader, telling)));
        telling.Sum(totals, clock.GetElapsedTime(began));
        return totals.Breaches.Count == 0 ? 0 : 1;
    }

    private async Task Employ(ChannelReader<WorldPlan> queue, Telling telling)
    {
        using var labour = Start();
        while (queue.TryRead(out var world))
        {
            await labour.StandardInput.WriteLineAsync(JsonSerializer.Serialize(world));
            await labour.StandardInput.FlushAsync();
            if (await labour.StandardOutput.ReadLineAsync() is not { } line)
            {
                await labour.WaitForExitAsync();
                throw new InvalidOperationException($"The process that lived {world} ended with {labour.ExitCode}.");
            }
            var figures = JsonSerializer.Deserialize<WorldFigures>(line)!;
            lock (gate)
            {
                totals.Add(figures);
                telling.World(world, figures);
            }
        }
        labour.StandardInput.Close();
        await labour.WaitForExitAsync();
    }

    private static Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, [typeof(Foreman).Assembly.Location, "--labour"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.Ordinal))
        {
            start.ArgumentList.RemoveAt(0);
        }
        foreach (var (name, value) in Labour.Environs)
        {
            start.Environment[name] = value;
        }
        return Process.Start(start)!;
    }
}
