using CallRouting.Core.Calls;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <summary>
/// Answers who texts us: SVAR confirms, FRI takes off duty. Only people of ours are known; anybody else is told that this number takes no
/// messages. A sender can be forged: so a text can take somebody off duty, which the lead and the backup are told, and put nobody on.
/// </summary>
public sealed class TextRunner(
    TextStore texts,
    Chains chains,
    NoticeStore notices,
    NoticeRunner runner,
    DutyGiver duties,
    RosterStore rosters,
    NoticeText words,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>What is done about it is done once, however often the provider tells of it.</summary>
    public async Task<string> Answer(string sid, string from, string? body, UnitOfWork unit)
    {
        if (await texts.Answered(sid, unit) is { } given)
        {
            return given;
        }
        var answer = await Answer(new PhoneNumber(from), SmsWords.Of(body), unit);
        await texts.Keep(sid, answer, Now, unit);
        return answer;
    }

    private async Task<string> Answer(PhoneNumber from, SmsWord word, UnitOfWork unit)
    {
        if (await chains.WithPhone(from, unit) is not [var first, ..] people)
        {
            return words.Plain(NoticeTexts.NotForMessages, Language.Bokmal);
        }
        return word switch
        {
            SmsWord.Svar => words.Plain(await Confirm(people, unit) ? NoticeTexts.Confirmed : NoticeTexts.NothingToConfirm, first.Language),
            SmsWord.Fri => await GiveUp(from, first.Language, unit),
            _ => words.Plain(NoticeTexts.UnknownWord, first.Language),
        };
    }

    private async Task<bool> Confirm(IReadOnlyList<Recipient> people, UnitOfWork unit)
    {
        var any = false;
        foreach (var person in people)
        {
            foreach (var notice in await notices.OpenOf(person.Id, Now, unit))
            {
                any |= await runner.Confirm(notice, person.Name, unit);
            }
        }
        return any;
    }

    private async Task<string> GiveUp(PhoneNumber from, Language language, UnitOfWork unit) =>
        await rosters.WithPhone(from, unit) switch
        {
            [] => words.Plain(NoticeTexts.NoDuty, language),
            [var (office, officer)] => await duties.GiveUp(office, officer, unit) is { } given
                ? await Done(given, language, unit)
                : words.Plain(NoticeTexts.NoDuty, language),
            _ => words.Plain(NoticeTexts.SharedPhone, language),
        };

    // What was done and nothing else: nobody is to believe that a backup was asked whom there is none of.
    private async Task<string> Done(DutyGiven given, Language language, UnitOfWork unit) =>
        string.Join(
            ' ',
            [
                await words.Of(NoticeTexts.TakenOff, language, given.Line, given.From, unit),
                .. given.BackupAsked ? new[] { words.Plain(NoticeTexts.BackupTold, language) } : [],
                words.Plain(given.SomebodyTold ? NoticeTexts.LeadTold : NoticeTexts.NobodyTold, language),
            ]
        );
}
