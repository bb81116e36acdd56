using CallRouting.PhoneNetwork.Engine;

namespace CallRouting.PhoneNetwork.Faults;

/// <summary>The control interface of what goes wrong.</summary>
internal static class FaultEndpoints
{
    public static void MapFaults(this IEndpointRouteBuilder app)
    {
        app.MapGet("/faults", (FaultCounts counts) => counts.ToDictionary());
        app.MapGet("/faults/plan", (FaultPlan plan) => PlanView.Of(plan));
        app.MapPut("/faults", Change);
    }

    private static async Task<IResult> Change(ChangeRequest change, FaultPlan plan, Timeline timeline, EventLoop loop)
    {
        try
        {
            plan.Set(FaultPlan.LevelOf(change.Level), change.Rates ?? []);
        }
        catch (BadSettingsException refusal)
        {
            return TypedResults.Problem(title: "These faults cannot be set.", detail: refusal.Message, statusCode: 400);
        }
        await loop.Do(() => timeline.Tell("faults", detail: $"{plan.Level}"));
        return TypedResults.Ok(PlanView.Of(plan));
    }

    private sealed record ChangeRequest(string? Level, Dictionary<string, double>? Rates);

    private sealed record PlanView(FaultLevel Level, IReadOnlyDictionary<string, double> Rates)
    {
        public static PlanView Of(FaultPlan plan) => new(plan.Level, plan.Rates());
    }
}
