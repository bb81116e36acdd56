namespace CallRouting.Scenarios.Day;

/// <summary>What people will do, and when. Done one after the other in the order of time, so that the same day is lived again.</summary>
/// <param name="again">How long a person waits who is told by a screen that it did not work; null: nobody may be told so.</param>
public sealed class Agenda(TimeProvider clock, TimeSpan? again = null)
{
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> acts = new();
    private long order;

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>When the next of it is due; null when nothing is planned.</summary>
    public DateTimeOffset? NextDue => acts.TryPeek(out _, out var when) ? when.At : null;

    public void After(TimeSpan wait, Func<Task> act) => acts.Enqueue(act, (Now + wait, order++));

    /// <summary>Does what is due now; tells whether anything was.</summary>
    public async Task<bool> DoDue()
    {
        var any = false;
        while (acts.TryPeek(out var act, out var when) && when.At <= Now)
        {
            acts.Dequeue();
            await Do(act);
            any = true;
        }
        return any;
    }

    private async Task Do(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (HttpRequestException) when (again is not null)
        {
            After(again.Value, act);
        }
    }
}
