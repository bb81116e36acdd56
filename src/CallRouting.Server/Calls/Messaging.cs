using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Telephony;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Calls;

/// <summary>
/// Messages of calls in vain: to officers and leads, and to callers who said yes to one. One is a courtesy, two are a nuisance: what may have
/// been sent is never sent again (contract §7).
/// </summary>
public sealed class Messaging(
    ActionStore actions,
    CallbackStore callbacks,
    RoomSounds sounds,
    Seal seal,
    ProviderClient provider,
    Pacer pacer,
    Patience patience,
    Writes writes,
    TimeProvider clock,
    ILogger<Messaging> log
)
{
    /// <summary>Older news of a missed call helps nobody.</summary>
    public static readonly Duration Freshness = Duration.FromMinutes(30);

    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task CarryOut(ActionRow action, CancellationToken cancel)
    {
        if (await writes.Commit(unit => Claim(action, unit), cancel) is not { } letter)
        {
            return;
        }
        pacer.Messages.Take(Now);
        var answer = await provider.Message(letter.To, letter.Text, cancel);
        await writes.Commit(unit => Answered(action, answer, unit), cancel);
    }

    private async Task<Letter?> Claim(ActionRow action, UnitOfWork unit)
    {
        var letter = await Write(action, unit);
        var refusal =
            action.SentAt is not null ? "sent, perhaps; never twice"
            : Now - Ids.MadeAt(action.Id) > Freshness ? "too late to be of use"
            : letter is null ? "not wanted any more"
            : null;
        if (refusal is not null)
        {
            await actions.Done(action.Id, refusal, Now, unit);
            return null;
        }
        return await actions.Take(action, Now + patience.Claim, sentAt: Now, Now, unit) ? letter : null;
    }

    private async Task<Letter?> Write(ActionRow action, UnitOfWork unit) =>
        action.Kind == ActionKinds.MessageOfficer ? new(action.Phone!, await sounds.MissedCall(action.CallId, unit))
        : await callbacks.Find(action.CallbackId!, unit) is { IsOpen: true, MayText: true, Number: { } number, NextTryAt: { } next }
            ? new(seal.Open(number), await sounds.NotReached(action.CallId, next, unit))
        : null;

    private async Task Answered(ActionRow action, ProviderAnswer answer, UnitOfWork unit)
    {
        if (answer is ProviderAnswer.NotDone notDone)
        {
            await actions.Again(action.Id, Now + patience.Until(action.Tries, notDone.RetryAfter), notDone.Why, unit);
            return;
        }
        if (answer is not ProviderAnswer.Done)
        {
            log.LogWarning("A message about a missed call was not sent: {Answer}.", answer);
        }
        await actions.Done(action.Id, answer is ProviderAnswer.Done ? "done" : $"{answer}", Now, unit);
    }

    private sealed record Letter(string To, string Text)
    {
        // A caller's number is in no log.
        public override string ToString() => nameof(Letter);
    }
}
