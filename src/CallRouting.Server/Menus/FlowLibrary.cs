using System.Collections.Concurrent;
using CallRouting.Core.Menus;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Menus;

/// <summary>
/// The flows that new calls enter, and every flow that an earlier call still walks, by hash. Taking up other flows changes
/// nothing for a call that has begun.
/// </summary>
public sealed class FlowLibrary
{
    private const string Content = "select content from flows where hash = @hash";

    private const string Insert = "insert into flows (hash, name, content, first_used_at) values (@hash, @name, @content, @now)";

    private readonly ConcurrentDictionary<string, Flow> known = new();
    private volatile FlowsInForce inForce = FlowsInForce.None;

    public FlowsInForce InForce => inForce;

    public string Names => string.Join(", ", inForce.Flows.Select(taken => taken.Flow.Name));

    /// <summary>For words that belong to no call's flow: a number that is not in use, the apology.</summary>
    public Flow Any => inForce.Flows[0].Flow;

    public Flow Named(string name) =>
        inForce.Flows.FirstOrDefault(taken => taken.Flow.Name == name)?.Flow
        ?? throw new InvalidOperationException($"There is no flow \"{name}\". There is {Names}.");

    /// <summary>New calls enter these from now on. A flow that has not changed stays as it was taken up.</summary>
    public void TakeUp(IReadOnlyList<Flow> flows, Instant now)
    {
        foreach (var flow in flows)
        {
            known[Key(flow.Hash)] = flow;
        }
        inForce = new([.. flows.Select(flow => inForce.Flows.FirstOrDefault(taken => taken.Flow.Hash == flow.Hash) ?? new(flow, now))], []);
    }

    /// <summary>What was read has faults: everything goes on as before, and the faults are told to whoever asks.</summary>
    public void Refuse(IReadOnlyList<FileFault> faults) => inForce = inForce with { Refused = faults };

    /// <summary>Stores a flow's content before the first call walks it, and tells the hash that the call keeps.</summary>
    public async Task<string> Keep(Flow flow, Instant now, UnitOfWork unit)
    {
        var hash = Key(flow.Hash);
        if (await unit.Find<string>(Content, new { hash }) is null)
        {
            await unit.Execute(
                Insert,
                new
                {
                    hash,
                    name = flow.Name,
                    content = FlowText.Write(flow),
                    now,
                }
            );
        }
        return hash;
    }

    public async Task<Flow> Of(string hash, UnitOfWork unit)
    {
        if (known.TryGetValue(hash, out var flow))
        {
            return flow;
        }
        var content =
            await unit.Find<string>(Content, new { hash }) ?? throw new InvalidOperationException($"No flow has the hash {hash}.");
        return known.GetOrAdd(hash, FlowText.Read(content));
    }

    // Half of a SHA-256 names a flow beyond doubt, and fits an id column.
    public static string Key(FlowHash hash) => hash.Value[..32];
}

/// <param name="Refused">What is wrong with the flows as they lie in the folder now; empty: these are the ones.</param>
public sealed record FlowsInForce(IReadOnlyList<TakenFlow> Flows, IReadOnlyList<FileFault> Refused)
{
    public static FlowsInForce None { get; } = new([], []);
}

/// <param name="At">Since when new calls enter it.</param>
public sealed record TakenFlow(Flow Flow, Instant At);
