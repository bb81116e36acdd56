using System.Text.Json;
using Spectre.Console;

namespace CallRouting.Scenarios.Simulation;

/// <summary>What a run says while it goes on, and in the end. Progress goes to standard error, results to standard output.</summary>
internal sealed class Telling : IDisposable
{
    private const int MostBreaches = 20;

    private readonly RunPlan plan;
    private readonly TaskCompletionSource over = new();
    private readonly Task showing;
    private ProgressTask? bar;

    public Telling(RunPlan plan, int calls)
    {
        this.plan = plan;
        showing = !plan.Json && !Console.IsErrorRedirected ? Show(calls) : Task.CompletedTask;
    }

    public void World(WorldPlan world, WorldFigures figures)
    {
        bar?.Increment(world.Calls);
        if (plan.Json)
        {
            Console.Out.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        }
        else if (bar is null)
        {
            Console.Error.WriteLine(
                $"{world}: {figures.Calls} calls, {figures.Breaches.Count} breaches, {figures.Restarts} restarts, longest silence {figures.LongestSilence} s"
            );
        }
    }

    public void Sum(Totals totals, TimeSpan wall)
    {
        over.TrySetResult();
        showing.GetAwaiter().GetResult();
        foreach (var (world, breach) in totals.Breaches.Take(MostBreaches))
        {
            Tell(world, breach);
        }
        if (totals.Breaches.Count > MostBreaches)
        {
            Console.Error.WriteLine($"… and {totals.Breaches.Count - MostBreaches} more.");
        }
        foreach (var (kind, count) in totals.Faults)
        {
            Console.Error.WriteLine($"{kind, -32} {count, 8}");
        }
        Console.Out.WriteLine(totals.Json(wall));
    }

    public void Dispose() => over.TrySetResult();

    private void Tell(WorldFigures world, Breach breach)
    {
        var kills = plan.KillEvery is { } minutes ? $" --kill-every {minutes}" : "";
        Console.Error.WriteLine($"\nInvariant {breach.Invariant}: {breach.What} ({breach.At:HH:mm:ss.f}, call {breach.Call})");
        Console.Error.WriteLine(
            $"  again: --seed {world.Seed} --world {world.World} --calls {plan.Calls} --faults {plan.Faults}{kills} --engine {plan.Engine}"
        );
        foreach (var line in breach.Story)
        {
            Console.Error.WriteLine($"    {line}");
        }
    }

    private Task Show(int calls) =>
        AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async progress =>
            {
                bar = progress.AddTask("calls", maxValue: calls);
                await over.Task;
            });
}
