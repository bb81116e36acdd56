using CallRouting.Core.Menus;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CallRouting.Server.Menus;

/// <summary>Which flows callers meet, and why a change has not been taken up.</summary>
public static class FlowEndpoints
{
    public static void MapFlows(this RouteGroupBuilder api) => api.MapGet("/flows", List);

    private static Ok<List<FlowAnswer>> List(FlowLibrary library)
    {
        var inForce = library.InForce;
        List<FlowFaultAnswer> faults = [.. inForce.Refused.Select(fault => new FlowFaultAnswer(fault.File, fault.Line, fault.Message))];
        return TypedResults.Ok(inForce.Flows.Select(taken => FlowAnswer.Of(taken, faults)).ToList());
    }
}

/// <param name="Version">The flow's hash, as each call keeps it.</param>
/// <param name="Faults">Of the folder as it lies now. Flows are taken up together, so a fault in one file keeps all as they are.</param>
public sealed record FlowAnswer(string Name, string Version, DateTimeOffset TakenUpAt, IReadOnlyList<FlowFaultAnswer> Faults)
{
    public static FlowAnswer Of(TakenFlow taken, IReadOnlyList<FlowFaultAnswer> faults) =>
        new(taken.Flow.Name, FlowLibrary.Key(taken.Flow.Hash), taken.At.ToDateTimeOffset(), faults);
}

public sealed record FlowFaultAnswer(string File, int Line, string Message);
