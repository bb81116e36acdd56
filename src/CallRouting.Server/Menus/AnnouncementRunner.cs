using System.Text.Json;
using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Transfers;
using CallRouting.Server.Calls;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.SignIn;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Menus;

/// <summary>
/// What is told to all callers at once. Each hears it once in a call, before the next thing that is said: in the menu, in the
/// queue or while the duty phone rings.
/// </summary>
public sealed class AnnouncementRunner(AnnouncementStore store, MenuRunner menus, Timeline timeline, Ids ids, TimeProvider clock)
{
    public Instant Now => clock.GetUtcNow().ToInstant();

    public Task<AnnouncementRow?> Current(UnitOfWork unit) => store.Current(Now, unit);

    /// <summary>In place of the one before, if one was on.</summary>
    public async Task<AnnouncementRow> SwitchOn(IReadOnlyDictionary<string, string> texts, Instant? until, Who who, UnitOfWork unit)
    {
        var row = new AnnouncementRow
        {
            Id = ids.Next(),
            Texts = JsonSerializer.Serialize(texts),
            SwitchedOnAt = Now,
            SwitchedOnBy = who.Name,
            UntilAt = until,
        };
        await store.SwitchOff(who.Name, Now, unit);
        await store.Add(row, unit);
        await timeline.Tell([new Told(AnnouncementStories.On, who.Name)], new Subject(), Now, unit);
        return row;
    }

    public async Task SwitchOff(Who who, UnitOfWork unit)
    {
        if (await store.SwitchOff(who.Name, Now, unit) > 0)
        {
            await timeline.Tell([new Told(AnnouncementStories.Off, who.Name)], new Subject(), Now, unit);
        }
    }

    /// <summary>The script of a caller's leg, with the announcement first where this call has not heard it.</summary>
    public async Task<Script> Before(Script script, Leg leg, CallRow call, UnitOfWork unit)
    {
        if (!IsHeardBy(leg) || script.Instructions is not [Ask or Say, ..] || await Current(unit) is not { } announcement)
        {
            return script;
        }
        var here = new HeardAt(leg.Id, leg.Step);
        var heard = await store.Heard(call.Id, announcement.Id, unit);
        if (heard is null)
        {
            await store.Note(call.Id, announcement.Id, here, unit);
            await timeline.Tell([new Told(AnnouncementStories.Heard)], new Subject(call.Id, Unit: call.UnitNumber), Now, unit);
        }
        return heard is null || heard == here ? With(await Spoken(announcement, call, unit), script) : script;
    }

    // Whoever picks up a phone that we ring must not learn that Nav has something to announce.
    private static bool IsHeardBy(Leg leg) => leg.Role == LegRoles.Caller || leg is { Role: LegRoles.CalledBack, Accepted: true };

    private async Task<Spoken> Spoken(AnnouncementRow announcement, CallRow call, UnitOfWork unit)
    {
        var texts = announcement.ByLanguage();
        var chosen = menus.Visit(call).Language;
        // A language that was added after the announcement hears it in bokmål.
        var language = texts.ContainsKey(chosen.Code()) ? chosen : Language.Bokmal;
        return new("announcement", language, texts[language.Code()], (await menus.FlowOf(call, unit)).WordsOf(language).Voice);
    }

    // Within the question, so that a key works meanwhile.
    private static Script With(Spoken announcement, Script script) =>
        script.Instructions[0] is Ask ask
            ? new([ask with { Speech = [announcement, .. ask.Speech] }, .. script.Instructions.Skip(1)])
            : new([new Say(announcement), .. script.Instructions]);
}
