using System.Collections.Concurrent;
using CallRouting.Core.Calls;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Health;
using CallRouting.Server.Notices;
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
    NoticeSending sending,
    NoticeRunner noticeRunner,
    Drills drills,
    PhoneCodes codes,
    Pacer pacer,
    Patience patience,
    Reads reads,
    Writes writes,
    TimeProvider clock,
    ILogger<ActionRunner> log
)
{
    private const int AtATime = 50;
    private static readonly Duration Breather = Duration.FromSeconds(1);

    private readonly InHand inHand = new();
    private readonly ConcurrentDictionary<string, Instant> heldBack = new();

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

    /// <summary>What was begun is finished: a ringing that was sent is waited for.</summary>
    public Task Finish() => inHand.WhenDone();

    private async Task<IReadOnlyList<Task>> BeginDue(CancellationToken cancel)
    {
        var due = await reads.Ask(Due, cancel);
        return
        [
            .. due.GroupBy(LaneOf)
                .Where(lane => !IsHeldBack(lane.Key))
                .Select(lane =>
                    inHand.Begin(lane.Key, () => InOrder([.. lane.OrderBy(action => action.Id, StringComparer.Ordinal)], cancel))
                )
                .OfType<Task>(),
        ];
    }

    // Where more is due than can be looked at, who waits for the pace must not keep the others out of sight.
    private async Task<IReadOnlyList<ActionRow>> Due(UnitOfWork unit)
    {
        var now = Now;
        var due = await actions.Due(now, AtATime, unit);
        return due.Count < AtATime
            ?
            [
                .. due.Where(action => !IsPaced(action)),
                .. Paced(due, ActionKinds.Dial, now),
                .. Paced(due, ActionKinds.MessageOfficer, now),
            ]
            :
            [
                .. await actions.Unpaced(now, AtATime, unit),
                .. await actions.Paced(ActionKinds.Dial, now, pacer.Calls.Left(now), unit),
                .. await actions.Paced(ActionKinds.MessageOfficer, now, pacer.Messages.Left(now), unit),
            ];
    }

    private static bool IsPaced(ActionRow action) => action is { SentAt: null } && (action.Kind == ActionKinds.Dial || IsMessage(action));

    // Messages share a pace, and the news of a missed call goes before what was to be told anyway.
    private static bool IsMessage(ActionRow action) => action.Kind is ActionKinds.MessageOfficer or ActionKinds.SendNotice;

    private IEnumerable<ActionRow> Paced(IEnumerable<ActionRow> due, string kind, Instant now) =>
        due.Where(action => IsPaced(action) && (action.Kind == ActionKinds.Dial) == (kind == ActionKinds.Dial))
            .Take(pacer.Of(kind).Left(now));

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
                await PutOff(action, broken, cancel);
            }
        }
    }

    // Where not even that can be written, its lane is held back for a while: it would be begun again at once, and for ever.
    private async Task PutOff(ActionRow action, Exception broken, CancellationToken cancel)
    {
        try
        {
            await writes.Commit(unit => actions.Failed(action.Id, Now + patience.Until(action.Tries), broken.GetType().Name, unit), cancel);
        }
        catch (Exception also) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning("{Kind} {Action} could not be put off either: {Why}.", action.Kind, action.Id, also.GetType().Name);
            heldBack[LaneOf(action)] = Now + Breather;
        }
    }

    private bool IsHeldBack(string lane) => heldBack.TryGetValue(lane, out var until) && (until > Now || !heldBack.TryRemove(lane, out _));

    private Task CarryOut(ActionRow action, CancellationToken cancel) =>
        action.Kind switch
        {
            ActionKinds.WakeCall => Within(action, unit => runner.Tell(action.CallId, new WaitPassed(), unit), cancel),
            ActionKinds.WakeTransfer => Within(action, unit => runner.Tell(action.TransferId!, new TimePassed(), unit), cancel),
            ActionKinds.RingCallback => Within(action, unit => runner.RingCallback(action.CallbackId!, unit), cancel),
            ActionKinds.MatchQueue => Within(action, queue.Match, cancel),
            ActionKinds.Dial => dialling.CarryOut(action, cancel),
            ActionKinds.MessageOfficer or ActionKinds.MessageCaller => messaging.CarryOut(action, cancel),
            ActionKinds.SendNotice => sending.Text(action, cancel),
            ActionKinds.SendCode => codes.CarryOut(action, cancel),
            ActionKinds.MailNotice => sending.Mail(action, cancel),
            ActionKinds.PassOnNotice => Within(action, unit => noticeRunner.PassOn(action.CallId, unit), cancel),
            ActionKinds.RingDrill => Within(action, unit => drills.Ring(action.CallId, unit), cancel),
            ActionKinds.ConcludeDrill => Within(action, unit => drills.Conclude(action.CallId, unit), cancel),
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
