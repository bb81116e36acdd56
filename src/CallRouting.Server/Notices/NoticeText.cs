using CallRouting.Core.Calls;
using CallRouting.Core.Menus;
using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Menus;
using CallRouting.Server.Offices;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <summary>Fills the prompts that people of ours are told with, in each one's language where the menus have it.</summary>
public sealed class NoticeText(FlowLibrary flows, PlacesInForce registers, RosterStore rosters, TimeProvider clock)
{
    public string Subject(Language language) => Plain(NoticeTexts.MailSubject, language);

    public async Task<string> Of(NoticeRow notice, Language language, UnitOfWork unit) =>
        Say(NoticeTexts.Of(notice.What), language, await About(new(notice.LineId), notice.FromAt, unit) with { Count = notice.Times }).Text;

    /// <summary>Words that are about a line and a moment.</summary>
    public async Task<string> Of(string prompt, Language language, DutyLineId line, Instant at, UnitOfWork unit) =>
        Say(prompt, language, await About(line, at, unit)).Text;

    /// <summary>Words that are about nothing in particular.</summary>
    public string Plain(string prompt, Language language, string? code = null) =>
        Say(
            prompt,
            language,
            new SpokenFacts
            {
                NumberShown = MenuRunner.NumberShown,
                Code = code,
                IsWritten = true,
            }
        ).Text;

    public Voice Voice(Language language, Instant at) =>
        new(flows.Any, Spoken(language), new SpokenFacts { Now = clock.GetUtcNow().ToInstant(), At = at });

    private Spoken Say(string prompt, Language language, SpokenFacts facts) => flows.Any.Say(prompt, Spoken(language), facts);

    private Language Spoken(Language language) => flows.Any.Languages.Contains(language) ? language : Language.Bokmal;

    private async Task<SpokenFacts> About(DutyLineId id, Instant at, UnitOfWork unit)
    {
        var now = clock.GetUtcNow().ToInstant();
        var line = await rosters.Line(id, unit);
        return new()
        {
            Now = now,
            At = at,
            Line = line?.Name ?? id.Value,
            Office = line is null ? null : registers.Places.OfficeNumbered(line.Unit, now.OsloDate())?.Name,
        };
    }
}
