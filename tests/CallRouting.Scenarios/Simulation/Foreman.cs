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
        await using var labourer = new Labourer();
        while (queue.TryRead(out var world))
        {
            var figures = await labourer.Live(world);
            lock (gate)
            {
                totals.Add(figures);
                telling.World(world, figures);
            }
        }
    }
}
