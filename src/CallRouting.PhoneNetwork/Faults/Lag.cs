namespace CallRouting.PhoneNetwork.Faults;

/// <summary>How old the state is that a fetch or a list shows: the REST API is consistent in the end, not at once (contract §1.5, §8).</summary>
internal readonly record struct Lag(TimeSpan Behind)
{
    private const double Longest = 2;

    /// <summary>Drawn anew for each request that asks for it.</summary>
    public static ValueTask<Lag> BindAsync(HttpContext context)
    {
        var plan = context.RequestServices.GetRequiredService<FaultPlan>();
        return ValueTask.FromResult(
            plan.Strikes(FaultKinds.RestStale, context.Request.Path) ? new Lag(plan.Between(FaultPlace.Knowledge, 0, Longest)) : default
        );
    }
}
