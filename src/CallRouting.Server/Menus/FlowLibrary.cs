using System.Collections.Concurrent;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Server.Database;
using NodaTime;

namespace CallRouting.Server.Menus;

/// <summary>The flows that new calls enter, and every flow that an earlier call still walks, by hash.</summary>
public sealed class FlowLibrary(IReadOnlyList<Flow> current)
{
    private const string Content = "select content from flows where hash = @hash";

    private const string Insert = "insert into flows (hash, name, content, first_used_at) values (@hash, @name, @content, @now)";

    private readonly ConcurrentDictionary<string, Flow> known = new(current.ToDictionary(flow => Key(flow.Hash)));

    /// <summary>Reads the flows of a folder.</summary>
    /// <exception cref="BadFlowsException">A flow has a fault: none is taken, and every fault is told.</exception>
    public static FlowLibrary Read(string folder, bool demoNumbers)
    {
        var files = FlowFiles.Read(folder, new NumberPlan([], demoNumbers));
        return files.Faults.Count == 0 && files.Flows.Count > 0
            ? new FlowLibrary(files.Flows)
            : throw new BadFlowsException(folder, files.Faults);
    }

    public string Names => string.Join(", ", current.Select(flow => flow.Name));

    /// <summary>For words that belong to no call's flow: a number that is not in use, the apology.</summary>
    public Flow Any => current[0];

    public Flow Named(string name) =>
        current.FirstOrDefault(flow => flow.Name == name)
        ?? throw new InvalidOperationException(
            $"There is no flow \"{name}\". There is {string.Join(", ", current.Select(flow => flow.Name))}."
        );

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
    private static string Key(FlowHash hash) => hash.Value[..32];
}

/// <summary>The flows are refused. The message tells every fault with its file, its line and what to do.</summary>
public sealed class BadFlowsException(string folder, IReadOnlyList<FileFault> faults)
    : Exception(faults.Count == 0 ? $"{folder} holds no flow." : string.Join('\n', faults));
