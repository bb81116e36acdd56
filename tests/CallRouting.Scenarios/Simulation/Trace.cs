using System.Globalization;
using CallRouting.PhoneNetwork.Engine;
using CallRouting.Scenarios.Simulation.Deaths;

namespace CallRouting.Scenarios.Simulation;

/// <summary>What the wires of one world carried, a line each, for whoever looks why a rule broke. Invented callers only.</summary>
public sealed class Trace : IDisposable
{
    private readonly TimeProvider clock;
    private readonly StreamWriter lines;

    private Trace(string folder, WorldPlan plan, TimeProvider clock)
    {
        this.clock = clock;
        lines = new StreamWriter(Path.Combine(Directory.CreateDirectory(folder).FullName, $"seed-{plan.Seed}-world-{plan.Number}.txt"));
    }

    /// <summary>Null when the plan asks for none.</summary>
    public static Trace? Of(WorldPlan plan, TimeProvider clock) => plan.Trace is { } folder ? new(folder, plan, clock) : null;

    public void Sees(TimelineEvent now) =>
        Line($"phone {now.What} {now.Phone} {now.CallSid} {now.ConferenceSid} {now.Detail?.ReplaceLineEndings(" ")}");

    public void Sees(Answered answered) =>
        Line($"webhook {answered.Path} {answered.Form} -> {answered.Status} {answered.Body.ReplaceLineEndings(" ")}");

    public void Asked(string method, Uri what, string form, string outcome) =>
        Line($"request {method} {what.PathAndQuery} {form} -> {outcome}");

    public void Says(string what) => Line(what);

    public void Dispose() => lines.Dispose();

    private void Line(string what) => lines.WriteLine($"{clock.GetUtcNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} {what}");
}
