using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Queue;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Carries out what was written down, and ticks it off. What was not ticked off when a process died is carried out by the next, as
/// <see cref="ActionKinds"/> says for each kind; two workers never have the same action, because it is claimed for a while.
/// </summary>
public sealed class ActionRunner(
    ActionStore actions,
    CallRunner runner,
    QueueRunner queue,
    Dialling dialling,
    Steering steering,
    Messaging messaging,
    MorningSteps morning,
    Pacer pacer,
    Patience patience,
    Reads reads,
    Writes writes,
    TimeProvider clock,
    ILogger<ActionRunner> log
)
{
    private const int AtATime = 50;

    private readonly InHand inHand = new();

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>How many lanes are being carried out; each has at most one request to the provider under way.</summary>
    public int InHand => inHand.Count;

    /// <summary>Begins what is due, each lane's actions in order and the lanes beside each other, and waits for none. Tells how many there are.</summary>
    public async Task<int> Begin(CancellationToken cancel = default) => (await BeginDue(cancel)).Count;

    /// <summary>Carries out what is due, and waits for it. Tells how many there were.</summary>
    public async Task<int> RunOnce(CancellationToken cancel = default)
    {
        var begun = await BeginDue(cancel);
        await Task.WhenAll(begun);
        return begun.Count;
    }

    private async Task<IReadOnlyList<Task>> BeginDue(CancellationToken cancel)
    {
        var due = await reads.Ask(Due, cancel);
        return
        [
            .. due.GroupBy(LaneOf)
                .Select(lane =>
                    inHand.Begin(lane.Key, () => InOrder([.. lane.OrderBy(action => action.Id, StringComparer.Ordinal)], cancel))
                )
                .OfType<Task>(),
        ];
    }

    private async Task<IReadOnlyList<ActionRow>> Due(UnitOfWork unit)
    {
        var now = Now;
        return
        [
            .. await actions.Due(now, AtATime, unit),
            .. await Paced(ActionKinds.Dial, now, unit),
            .. await Paced(ActionKinds.MessageOfficer, now, unit),
        ];
    }

    private async Task<IReadOnlyList<ActionRow>> Paced(string kind, Instant now, UnitOfWork unit) =>
        pacer.Of(kind).Left(now) is > 0 and var left ? await actions.Due(kind, now, left, unit) : [];

    private static string LaneOf(ActionRow action) =>
        ActionKinds.Of(action.Kind).Lane is var lane && lane == Lane.None ? action.Id : $"{action.LegId} {lane}";

    private async Task InOrder(IReadOnlyList<ActionRow> lane, CancellationToken cancel)
    {
        foreach (var action in lane)
        {
            try
            {
                await CarryOut(action, cancel);
            }
            catch (Exception broken) when (!cancel.IsCancellationRequested)
            {
                log.LogError(broken, "{Kind} {Action} could not be carried out; it is tried again.", action.Kind, action.Id);
                await writes.Commit(
                    unit => actions.Failed(action, Now + patience.Until(action.Tries), broken.GetType().Name, unit),
                    cancel
                );
            }
        }
    }

    private Task CarryOut(ActionRow action, CancellationToken cancel) =>
        action.Kind switch
        {
            ActionKinds.WakeCall => Within(action, unit => runner.Tell(action.CallId, new WaitPassed(), unit), cancel),
            ActionKinds.WakeTransfer => Within(action, unit => runner.Tell(action.TransferId!, new TimePassed(), unit), cancel),
            ActionKinds.RingCallback => Within(action, unit => runner.RingCallback(action.CallbackId!, unit), cancel),
            ActionKinds.MatchQueue => Within(action, queue.Match, cancel),
            ActionKinds.Dial => dialling.CarryOut(action, cancel),
            ActionKinds.MessageOfficer => messaging.CarryOut(action, cancel),
            ActionKinds.PlaceTestCall => morning.PlaceTestCall(action, cancel),
            ActionKinds.ConcludeCheck => morning.Conclude(action, cancel),
            ActionKinds.MessageOperator => morning.Message(action, cancel),
            _ => steering.CarryOut(action, cancel),
        };

    // A deadline is state and nothing else: its tick and what follows are one transaction, and whoever ticks it off does it.
    private Task Within(ActionRow action, Func<UnitOfWork, Task> work, CancellationToken cancel) =>
        writes.Commit(
            async unit =>
            {
                if (await actions.Done(action.Id, "done", Now, unit))
                {
                    await work(unit);
                }
            },
            cancel
        );
}
