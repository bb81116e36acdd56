namespace CallRouting.Core.Rosters;

/// <summary>
/// Which word counts when several speak about one layer at one moment. From the weakest to the strongest:
/// fallback, rotations and fixed shifts, leave, swaps, overrides.
/// </summary>
/// <remarks>
/// Leave opens a shift of one's own, not one that was taken in a swap or given by an override: those are somebody's express word.
/// Coverage tells of it (<see cref="OnDutyOnLeave"/>), and whoever falls ill is taken off by an override, which beats all before it.
/// The fallback comes in wherever the others leave nobody, and is itself subject to leave and to being taken off.
/// </remarks>
internal static class Precedence
{
    private static readonly ByFallback Fallback = new();

    public static Staffing Decide(Layer layer, List<Timed<Posting>> planned, List<Timed<Leave>> leave, List<Timed<Override>> overrides)
    {
        var people = new People();
        foreach (var duty in planned)
            Plan(duty.What, leave, people);
        if (people.IsNobody)
            FallBack(layer, leave, people);
        foreach (var made in overrides)
            Apply(made.What, people);
        if (people.IsNobody && overrides.Count > 0)
            FallBack(layer, leave, people);

        return people.In(layer.Role);
    }

    private static void Plan(Posting posting, List<Timed<Leave>> leave, People people)
    {
        if (posting.Why is not BySwap && LeaveOf(posting.OfficerId, leave) is { } away)
            people.Miss(posting.OfficerId, new OnLeave(away.Id, away.Decided));
        else
            people.Put(posting);
    }

    private static void FallBack(Layer layer, List<Timed<Leave>> leave, People people)
    {
        foreach (var officer in layer.Fallback)
        {
            if (people.WasTakenOff(officer))
                continue;
            if (LeaveOf(officer, leave) is { } away)
            {
                people.Miss(officer, new OnLeave(away.Id, away.Decided));
                continue;
            }
            people.Put(new(officer, Fallback));
            return;
        }
    }

    private static void Apply(Override made, People people)
    {
        var why = new TakenOff(made.Id, made.Kind, made.Decided);
        var place = made.Kind switch
        {
            OverrideKind.Add => people.Last,
            _ when made.Out is { } officer => people.TakeOff(officer, why),
            _ => people.TakeOffEverybody(why),
        };
        // Replacing somebody who is not on duty puts nobody on duty.
        if (made.In is { } taker && place is { } at)
            people.Put(new(taker, new ByOverride(made.Id, made.Kind, made.Out, made.Decided)), at);
    }

    private static Leave? LeaveOf(string officer, List<Timed<Leave>> leave)
    {
        foreach (var away in leave)
            if (away.What.OfficerId == officer)
                return away.What;

        return null;
    }
}
