using System.Security.Cryptography;
using System.Text;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Notices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Rosters;
using CallRouting.Server.Telephony;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

public enum CodeCheck
{
    Verified,

    /// <summary>Another code was sent, or none, or too long ago, or it was guessed at too often.</summary>
    NoCode,
    Wrong,
}

/// <summary>Shows that a phone reaches its officer: a code goes to it by SMS or is read to whoever answers, and comes back by the page.</summary>
public sealed class PhoneCodes(
    PhoneStore phones,
    RosterStore rosters,
    ActionStore actions,
    LegStore legs,
    Orders orders,
    NoticeText texts,
    MenuRunner menus,
    ProviderClient provider,
    Pacer pacer,
    Patience patience,
    Seal seal,
    Ids ids,
    Random random,
    Writes writes,
    TimeProvider clock
)
{
    private const int MostTries = 5;
    private const int RingSeconds = 25;
    private static readonly Duration Lasts = Duration.FromMinutes(10);
    private static readonly Duration Between = Duration.FromMinutes(1);

    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <returns>False when one was sent within the last minute, or the phone is in a call of ours.</returns>
    public async Task<bool> Send(Officer officer, PhoneNumber phone, bool byVoice, UnitOfWork unit)
    {
        if (await phones.Code(officer.Id, phone.E164, unit) is { } earlier && Now < earlier.MadeAt + Between)
        {
            return false;
        }
        if (byVoice && (await legs.HeldPhones(unit)).Contains(phone.E164))
        {
            return false;
        }
        var code = new PhoneCodeRow
        {
            OfficerId = officer.Id,
            Number = phone.E164,
            Id = ids.Next(),
            Code = seal.Close(NewCode()),
            MadeAt = Now,
        };
        await phones.Put(code, unit);
        await (byVoice ? Ring(code, phone, unit) : Text(code, unit));
        return true;
    }

    public async Task<CodeCheck> Check(Officer officer, PhoneNumber phone, string given, UnitOfWork unit)
    {
        if (await phones.Code(officer.Id, phone.E164, unit) is not { Tries: < MostTries } code || Now >= code.MadeAt + Lasts)
        {
            return CodeCheck.NoCode;
        }
        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(seal.Open(code.Code)), Encoding.UTF8.GetBytes(given)))
        {
            await phones.WasWrong(code, unit);
            return CodeCheck.Wrong;
        }
        await phones.Verify(officer.Id, phone.E164, Now, unit);
        return CodeCheck.Verified;
    }

    /// <summary>At most once: whoever gets none asks for another.</summary>
    public async Task CarryOut(ActionRow action, CancellationToken cancel)
    {
        if (await writes.Commit(unit => Claim(action, unit), cancel) is not { } letter)
        {
            return;
        }
        pacer.Messages.Take(Now);
        var answer = await provider.Message(letter.Phone, letter.Text, cancel);
        await writes.Commit(
            unit =>
                answer is ProviderAnswer.NotDone notDone
                    ? actions.Again(action.Id, Now + patience.Until(action.Tries, notDone.RetryAfter), notDone.Why, unit)
                    : actions.Done(action.Id, answer is ProviderAnswer.Done ? "done" : $"{answer}", Now, unit),
            cancel
        );
    }

    /// <summary>The code, said twice, to whoever answers: it opens nothing without the page that asked for it.</summary>
    public async Task<Script> Script(Leg leg, UnitOfWork unit)
    {
        if (await phones.Code(leg.CallId, unit) is not { } code || Now >= code.MadeAt + Lasts)
        {
            return Core.Calls.Script.Of(new HangUp());
        }
        var voice = texts.Voice(await LanguageOf(code, unit), Now);
        return Core.Calls.Script.Of(
            (voice with { Facts = voice.Facts with { Code = seal.Open(code.Code) } }).Say(NoticeTexts.PhoneCodeSpoken),
            new HangUp()
        );
    }

    private async Task<Letter?> Claim(ActionRow action, UnitOfWork unit)
    {
        var code = await phones.Code(action.CallId, unit);
        var refusal =
            action.SentAt is not null ? "sent, perhaps; never twice"
            : code is null ? "another code was asked for"
            : Now >= code.MadeAt + Lasts ? "too late to be of use"
            : !(await menus.Plan(unit, code.Number)).MayRing(new PhoneNumber(code.Number)) ? "the number plan does not allow the number"
            : null;
        if (refusal is not null)
        {
            await actions.Done(action.Id, refusal, Now, unit);
            return null;
        }
        return await actions.Take(action, Now + patience.Claim, sentAt: Now, Now, unit)
            ? new(code!.Number, texts.Plain(NoticeTexts.PhoneCode, await LanguageOf(code, unit), seal.Open(code.Code)))
            : null;
    }

    private async Task<Language> LanguageOf(PhoneCodeRow code, UnitOfWork unit) =>
        await rosters.Officer(code.OfficerId, unit) is { Officer: var officer } ? officer.Language : Language.Bokmal;

    private Task Text(PhoneCodeRow code, UnitOfWork unit) =>
        actions.Add(
            new()
            {
                Id = ids.Next(),
                Kind = ActionKinds.SendCode,
                CallId = code.Id,
                Priority = Priorities.Drill,
                WakeAt = Now,
            },
            unit
        );

    private Task Ring(PhoneCodeRow code, PhoneNumber phone, UnitOfWork unit)
    {
        var leg = new Leg
        {
            CallId = code.Id,
            Role = LegRoles.Code,
            Phone = Phones.Plain(phone.E164),
            RingSeconds = RingSeconds,
        };
        return orders.Dial(leg, phone.E164, Priorities.Drill, unit);
    }

    private string NewCode()
    {
        lock (random)
        {
            return $"{random.Next(1_000_000):000000}";
        }
    }

    private sealed record Letter(string Phone, string Text);
}
