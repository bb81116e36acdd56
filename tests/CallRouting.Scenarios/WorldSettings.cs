using Microsoft.AspNetCore.Builder;

namespace CallRouting.Scenarios;

/// <summary>In what a world differs from the usual one.</summary>
public sealed record WorldSettings
{
    public static WorldSettings Usual { get; } = new();

    /// <summary>Every id and every draw of a world follows from it.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>What it keeps its calls in, as <see cref="WorldDatabase"/> names them.</summary>
    public string Engine { get; init; } = WorldDatabase.Usual;

    /// <summary>How many servers share the database and take turns: 1 or 2. One, unless CALLROUTING_NODES says otherwise.</summary>
    public int Nodes { get; init; } = UsualNodes;

    /// <summary>The folder in which the world makes its own; null: where the machine keeps temporary files.</summary>
    public string? Under { get; init; }

    /// <summary>What else is arranged before the phone network is built.</summary>
    public Action<World, WebApplicationBuilder>? ArrangeNetwork { get; init; }

    /// <summary>What else is arranged before a server is built: the first one, and each that follows a death.</summary>
    public Action<World, WebApplicationBuilder>? ArrangeServer { get; init; }

    private static int UsualNodes { get; } =
        Environment.GetEnvironmentVariable("CALLROUTING_NODES") switch
        {
            null or "" or "1" => 1,
            "2" => 2,
            var other => throw new InvalidOperationException($"CALLROUTING_NODES is \"{other}\". It may be 1 or 2."),
        };

    internal string NewFolder() =>
        Under is null
            ? Directory.CreateTempSubdirectory("world-").FullName
            : Directory.CreateDirectory(Path.Combine(Under, $"world-{Environment.ProcessId}-{Seed}")).FullName;
}
