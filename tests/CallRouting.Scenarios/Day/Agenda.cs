namespace CallRouting.Scenarios.Day;

/// <summary>What people will do, and when. Done one after the other in the order of time, so that the same day is lived again.</summary>
/// <param name="again">How long a person waits who is told by a screen that it did not work; null: nobody may be told so.</param>
/// <param name="untilQuiet">Waits until an act can go no further before the clock moves; null: every act is done at once.</param>
public sealed class Agenda(TimeProvider clock, TimeSpan? again = null, Func<Task>? untilQuiet = null)
{
    private readonly List<Task> unfinished = [];
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
            await BeginOrDo(act);
            any = true;
        }
        return any;
    }

    private async Task BeginOrDo(Func<Task> act)
    {
        var doing = Do(act);
        if (untilQuiet is null)
        {
            await doing;
            return;
        }
        await untilQuiet();
        unfinished.Add(doing);
        foreach (var done in unfinished.Where(task => task.IsCompleted).ToList())
        {
            unfinished.Remove(done);
            await done;
        }
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
