using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Core.Transfers;
using CallRouting.Server.Database;
using CallRouting.Server.Live;
using CallRouting.Server.Rosters;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Notices;

/// <param name="From">When the duty begins; now, where it runs.</param>
public sealed record DutyGiven(DutyLineId Line, Instant From, bool BackupAsked, bool SomebodyTold);

/// <summary>Takes an officer off the duty that they have now or next, tells who is backup then, and whoever can find somebody else.</summary>
public sealed class DutyGiver(
    RosterStore rosters,
    DutyChangeStore changes,
    NoticeBoard board,
    Timeline timeline,
    Ids ids,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <returns>Null when they have no duty.</returns>
    public async Task<DutyGiven?> GiveUp(UnitNumber office, Officer officer, UnitOfWork unit)
    {
        var lines = await rosters.LinesOf(office, unit);
        var published = new List<(DutyLineId, PublishedRosters)>();
        foreach (var line in lines)
        {
            published.Add((line.Id, await rosters.Published(line, unit)));
        }
        var given = new List<DutyGiven>();
        foreach (var duty in GivenUpDuty.All(published, officer.Id, Now))
        {
            given.Add(await GiveUp(lines.First(line => line.Id == duty.Line), officer, duty, unit));
        }
        return given is [var first, ..]
            ? first with
            {
                BackupAsked = given.Any(each => each.BackupAsked),
                SomebodyTold = given.All(each => each.SomebodyTold),
            }
            : null;
    }

    private async Task<DutyGiven> GiveUp(DutyLine line, Officer officer, GivenUpDuty duty, UnitOfWork unit)
    {
        var overrides = duty.TakenOff(ids.Next, officer.Name, Now);
        foreach (var made in overrides)
        {
            await changes.Add(line.Id, made, unit);
        }
        await timeline.Tell(
            [new Told(NoticeStories.DutyGivenUp, officer.Name, $"{line.Id} ({overrides[0].Id})")],
            new Subject(Unit: line.Unit.Value),
            Now,
            unit
        );
        var about = new Interval(duty.From, duty.To);
        var opened = NewNotice.Of(NoticeKind.ShiftOpened, NoticeTopic.Opened(line.Id, overrides[0].Id), line, about);
        var told = await board.TellChain(opened with { Officer = officer.Id }, unit);
        return new(line.Id, duty.From, await AskBackups(line, duty, overrides[0].Id, about, unit), told is not null);
    }

    private async Task<bool> AskBackups(DutyLine line, GivenUpDuty duty, string change, Interval about, UnitOfWork unit)
    {
        if ((await rosters.Published(line, unit)).InForce(duty.From) is not { } version)
        {
            return false;
        }
        var backups = duty.Backups(version.Roster);
        var officers = (await rosters.OfficersOf(line.Unit, unit)).Where(each => backups.Contains(each.Id)).ToList();
        foreach (var backup in officers)
        {
            var asked = NewNotice.Of(NoticeKind.BackupAsked, NoticeTopic.Backup(line.Id, change), line, about);
            await board.Tell(asked, Recipient.Of(backup), unit);
        }
        return officers.Count > 0;
    }
}
