using CallRouting.Core.Calls;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Telephony;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <summary>
/// Sends what is due, if it still is so. What may have been sent is never sent again: one notice is a courtesy, two are a nuisance, and the
/// chain sees to it that somebody confirms.
/// </summary>
public sealed class NoticeSending(
    NoticeStore notices,
    ActionStore actions,
    NoticeBoard board,
    Chains chains,
    StillSo still,
    NoticeText texts,
    Mailbox mailbox,
    MenuRunner menus,
    ProviderClient provider,
    Pacer pacer,
    Patience patience,
    OpeningHours hours,
    Writes writes,
    IOptions<NoticeOptions> options,
    TimeProvider clock,
    ILogger<NoticeSending> log
)
{
    /// <summary>After so long without provider or mail server, what it told is told by the next round, or no more.</summary>
    private static readonly Duration Freshness = Duration.FromHours(6);
    private static readonly Duration BetweenMails = Duration.FromMinutes(1);

    private Instant Now => clock.GetUtcNow().ToInstant();

    public async Task Text(ActionRow action, CancellationToken cancel)
    {
        if (await writes.Commit(unit => Claim(action, WhyNotTexted, unit), cancel) is not { } letter)
        {
            return;
        }
        pacer.Messages.Take(Now);
        var answer = await provider.Message(letter.To.Phone!.Value.E164, letter.Text, cancel);
        await writes.Commit(unit => Texted(action, letter.Notice, answer, unit), cancel);
    }

    public async Task Mail(ActionRow action, CancellationToken cancel)
    {
        if (await writes.Commit(unit => Claim(action, (to, _) => Task.FromResult(WhyNotMailed(to)), unit), cancel) is not { } letter)
        {
            return;
        }
        var answer = await mailbox.Send(letter.To.Email!, texts.Subject(letter.To.Language), letter.Text, letter.Notice.Id, cancel);
        await writes.Commit(unit => Mailed(action, letter.Notice, answer, unit), cancel);
    }

    private async Task<Letter?> Claim(ActionRow action, Func<Recipient, UnitOfWork, Task<string?>> whyNot, UnitOfWork unit)
    {
        var notice = await notices.Load(action.CallId, unit);
        if (action.SentAt is { } sent)
        {
            await actions.Done(action.Id, "sent, perhaps; never twice", Now, unit);
            await WasSent(notice, sent, unit);
            return null;
        }
        if (!await still.Holds(notice, Now, unit))
        {
            await actions.Done(action.Id, "no longer so", Now, unit);
            await notices.NoLonger(notice.Topic, Now, unit);
            return null;
        }
        var to = await chains.Find(notice.Recipient, unit);
        var refusal =
            to is null ? "nobody is called that any more"
            : Now - action.WakeAt > Freshness ? "it could not be sent in time"
            : await whyNot(to, unit);
        if (refusal is not null)
        {
            await actions.Done(action.Id, refusal, Now, unit);
            await WasNotSent(notice, refusal, unit);
            return null;
        }
        return await actions.Take(action, Now + patience.Claim, sentAt: Now, Now, unit)
            ? new(notice, to!, await texts.Of(notice, to!.Language, unit))
            : null;
    }

    // Asked again at the last moment: the configuration may have changed since the number was written down.
    private async Task<string?> WhyNotTexted(Recipient to, UnitOfWork unit) =>
        to.Phone is not { } phone ? "no phone"
        : (await menus.Plan(unit, phone.E164)).MayRing(phone) ? null
        : "the number plan does not allow the number";

    private string? WhyNotMailed(Recipient to) =>
        to.Email is null ? "no address"
        : options.Value.Mail.IsOn ? null
        : "e-mail is off";

    private async Task Texted(ActionRow action, NoticeRow notice, ProviderAnswer answer, UnitOfWork unit)
    {
        switch (answer)
        {
            case ProviderAnswer.NotDone notDone:
                await actions.Again(action.Id, Now + patience.Until(action.Tries, notDone.RetryAfter), notDone.Why, unit);
                break;
            case ProviderAnswer.Refused refused:
                log.LogWarning("Notice {Notice} was not sent: the provider refused it with code {Code}.", notice.Id, refused.Code);
                await actions.Done(action.Id, $"refused: {refused.Code}", Now, unit);
                await WasNotSent(notice, $"refused: {refused.Code}", unit);
                break;
            default:
                await actions.Done(action.Id, answer is ProviderAnswer.Done ? "done" : $"{answer}", Now, unit);
                await WasSent(notice, Now, unit);
                break;
        }
    }

    private async Task Mailed(ActionRow action, NoticeRow notice, MailAnswer answer, UnitOfWork unit)
    {
        switch (answer)
        {
            case MailAnswer.NotNow later:
                await actions.Again(action.Id, Now + BetweenMails, later.Why, unit);
                break;
            case MailAnswer.Refused refused:
                log.LogWarning("Notice {Notice} was not sent: the mail server says {Why}.", notice.Id, refused.Why);
                await actions.Done(action.Id, refused.Why, Now, unit);
                await WasNotSent(notice, refused.Why, unit);
                break;
            default:
                await actions.Done(action.Id, "done", Now, unit);
                await WasSent(notice, Now, unit);
                break;
        }
    }

    private async Task WasSent(NoticeRow notice, Instant sent, UnitOfWork unit)
    {
        var passOn = notice.What.IsPassedOn() ? ChainRules.PassOnAt(sent, options.Value.Patience, hours) : (Instant?)null;
        await notices.WasSent(notice, sent, passOn, unit);
        if (passOn is { } at)
        {
            await board.Order(ActionKinds.PassOnNotice, notice, at, unit);
        }
    }

    // Whom it cannot reach by any channel is passed over at once.
    private async Task WasNotSent(NoticeRow notice, string why, UnitOfWork unit)
    {
        await notices.WasNotSent(notice, why, null, unit);
        var place = (await notices.Of(notice.Topic, unit)).Where(row => row.Place == notice.Place);
        if (notice.What.IsPassedOn() && place.All(row => row.Failed is not null))
        {
            await board.Order(ActionKinds.PassOnNotice, notice, Now, unit);
        }
    }

    private sealed record Letter(NoticeRow Notice, Recipient To, string Text);
}
