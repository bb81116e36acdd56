using CallRouting.Core.Notices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using CallRouting.Server.SignIn;
using NodaTime;

namespace CallRouting.Server.Notices;

/// <summary>Tells officers what somebody did to their time on duty: those whom it concerns, and nobody else.</summary>
public sealed class RosterNotices(NoticeBoard board, RosterStore rosters)
{
    // Further ahead it is not laid out: a leave next summer is told by the roster that is published then.
    private static readonly Duration Ahead = Duration.FromDays(93);

    /// <summary>A version was published.</summary>
    public Task Published(DutyLine line, RosterVersion version, Changes changes, Who by, UnitOfWork unit) =>
        Tell(
            NewNotice.Of(
                NoticeKind.RotaPublished,
                NoticeTopic.Published(line.Id, version.Number),
                line,
                new Interval(version.From, version.To)
            ),
            changes.Concerned,
            by,
            unit
        );

    /// <summary>An override, a swap or leave was made, or withdrawn.</summary>
    /// <param name="change">Its id, with what was done to it.</param>
    public async Task Changed(DutyLine line, string change, PublishedRosters before, Instant now, Who by, UnitOfWork unit)
    {
        var ahead = new Interval(now, now + Ahead);
        var changes = Changes.Between(before, await rosters.Published(line, unit), ahead);
        if (changes.All.Where(duty => duty.Kind != ChangeKind.Keeps).ToList() is not { Count: > 0 } changed)
        {
            return;
        }
        foreach (var own in changed.GroupBy(duty => duty.OfficerId))
        {
            var about = new Interval(own.Min(duty => duty.From), own.Max(duty => duty.To));
            await Tell(NewNotice.Of(NoticeKind.DutyChanged, NoticeTopic.Changed(line.Id, change), line, about), [own.Key], by, unit);
        }
    }

    // Who did it knows.
    private async Task Tell(NewNotice notice, IReadOnlyList<string> concerned, Who by, UnitOfWork unit)
    {
        var officers = await rosters.OfficersOf(notice.Line.Unit, unit);
        foreach (var officer in officers.Where(officer => concerned.Contains(officer.Id) && officer.Id != by.Person?.Id))
        {
            await board.Tell(notice, Recipient.Of(officer), unit);
        }
    }
}
