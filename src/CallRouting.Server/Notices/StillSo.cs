using CallRouting.Core.Notices;
using CallRouting.Core.Offices;
using CallRouting.Core.Rosters;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Rosters;
using NodaTime;

namespace CallRouting.Server.Notices;

/// <summary>Whether what a notice tells still is so: asked before it is sent, and before it is passed on.</summary>
public sealed class StillSo(RosterStore rosters, CoverageNow coverage, NoticeStore notices, CallbackStore callbacks)
{
    public async Task<bool> Holds(NoticeRow notice, Instant now, UnitOfWork unit)
    {
        if (notice.What.IsAlarm())
        {
            return notice.IsOpen;
        }
        if (!notice.IsOpen || await rosters.Line(new DutyLineId(notice.LineId), unit) is not { } line)
        {
            return false;
        }
        return notice.What switch
        {
            NoticeKind.ShiftSoon or NoticeKind.Drill => now < notice.FromAt && await IsOnDuty(line, notice.Recipient, notice.FromAt, unit),
            NoticeKind.PhoneNotConfirmed => await IsOnDuty(line, notice.OfficerId!, notice.FromAt, unit)
                && (await notices.Of(NoticeTopic.Drill(notice.OfficerId!, notice.FromAt).Key, unit)).Any(drill => drill.IsOpen),
            NoticeKind.HoursUncovered => await IsUncovered(line, notice, now, unit),
            NoticeKind.RosterMissing => GapNotices.IsMissing(await rosters.Published(line, unit), notice.FromAt.OsloDate().ToYearMonth()),
            NoticeKind.ShiftOpened or NoticeKind.BackupAsked => now < notice.ToAt,
            NoticeKind.CallbackWaits or NoticeKind.CallbackSoonDue or NoticeKind.CallbackOverdue => await callbacks.AnyOpenOf(
                line.Id,
                notice.FromAt,
                unit
            ),
            _ => true,
        };
    }

    private async Task<bool> IsOnDuty(DutyLine line, string officer, Instant at, UnitOfWork unit) =>
        (await rosters.Published(line, unit)).InForce(at) is { } version
        && Timetable.At(version.Roster, at).Any(layer => layer.Has(officer));

    private async Task<bool> IsUncovered(DutyLine line, NoticeRow notice, Instant now, UnitOfWork unit)
    {
        var left = new Interval(Instant.Max(now, notice.FromAt), Instant.Max(now, notice.ToAt));
        return (await coverage.Of([line], left, unit)).Findings.Any(finding => finding.What is Gap);
    }
}
