namespace CallRouting.Scenarios.Day;

/// <summary>What people will do, and when. Done one after the other in the order of time, so that the same day is lived again.</summary>
public sealed class Agenda(TimeProvider clock)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> acts = new();
    private long order;

    public DateTimeOffset Now => clock.GetUtcNow();

    public void After(TimeSpan wait, Func<Task> act) => acts.Enqueue(act, (Now + wait, order++));

    /// <summary>Does what is due now; tells whether anything was.</summary>
    public async Task<bool> DoDue()
    {
        var any = false;
        while (acts.TryPeek(out var act, out var when) && when.At <= Now)
        {
            acts.Dequeue();
            await act();
            any = true;
        }
        return any;
    }
}
