using CallRouting.Core.Reports;
using CallRouting.Server.Database;
using CallRouting.Server.SignIn;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Reports;

/// <summary>Contesting rows, and ruling upon it.</summary>
public sealed class ObjectionRunner(
    ObjectionStore objections,
    CountedTransferStore transfers,
    ReportRunner runner,
    ReportLetters letters,
    Ids ids,
    TimeProvider clock
)
{
    private Instant Now => clock.GetUtcNow().ToInstant();

    /// <summary>Null when the objection stands.</summary>
    public async Task<ReportRefusal?> Object(
        ReportRow report,
        string transfer,
        ObjectionReason reason,
        string words,
        Who who,
        UnitOfWork unit
    )
    {
        if (await Counted(report, transfer, unit) is not { } row)
        {
            return ReportRefusal.NotInReport;
        }
        var contested = await objections.IsContested(transfer, unit);
        if (ReportRules.Objecting(report.Life, row, who.MayAct(row.Unit), contested, Now) is { } why)
        {
            return why;
        }
        await objections.Add(Objection(report, row, reason, words, who), unit);
        await letters.WriteToSupervisors(report, LetterAbout.Contested, Now, unit);
        return null;
    }

    /// <summary>Null when it is ruled.</summary>
    public async Task<ReportRefusal?> Rule(
        ReportRow report,
        ObjectionRow objection,
        CountedAs counted,
        string why,
        Who who,
        UnitOfWork unit
    )
    {
        var ofThatOffice = who.Units.Contains(objection.UnitNumber);
        if (ReportRules.Ruling(report.Life, objection.RuledAt is not null, ofThatOffice) is { } refusal)
        {
            return refusal;
        }
        await objections.Ruled(Ruled(objection, counted, why, who), unit);
        return null;
    }

    /// <summary>Why a row cannot be counted otherwise in a correction; null when it can.</summary>
    public async Task<ReportRefusal?> WhyNotCorrect(ReportRow report, string transfer, Who who, UnitOfWork unit) =>
        await Counted(report, transfer, unit) is not { } row ? ReportRefusal.NotInReport
        : who.Units.Contains(row.Unit) ? ReportRefusal.OwnOffice
        : await objections.IsContested(transfer, unit) ? ReportRefusal.AlreadyRuled
        : null;

    /// <summary>A row that a supervisor counts otherwise after publication; the correction that follows prints it.</summary>
    public async Task RuleOfficially(ReportRow report, string transfer, CountedAs counted, string why, Who who, UnitOfWork unit)
    {
        var row = (await Counted(report, transfer, unit))!;
        await objections.Add(Ruled(Objection(report, row, ObjectionReason.Other, "", who), counted, why, who), unit);
    }

    public Task<ObjectionRow?> Find(string id, UnitOfWork unit) => objections.Find(id, unit);

    private async Task<CountedTransfer?> Counted(ReportRow report, string transfer, UnitOfWork unit) =>
        await transfers.Find(transfer, unit) is { Ending: not null } found
        && found.Counted() is var row
        && report.Days.Days.Contains(row.Day)
        && runner.SubjectsOf(report.Days).Covers(report.Scope, new(row.Unit, row.Line, row.Area))
            ? row
            : null;

    private ObjectionRow Objection(ReportRow report, CountedTransfer row, ObjectionReason reason, string words, Who who) =>
        new()
        {
            Id = ids.Next(),
            ReportId = report.Id,
            TransferId = row.Transfer,
            UnitNumber = row.Unit,
            AreaCode = row.Area,
            Day = row.Day,
            Ending = $"{row.Ending}",
            Reason = $"{reason}",
            Words = words,
            MadeAt = Now,
            MadeBy = who.Name,
        };

    private ObjectionRow Ruled(ObjectionRow objection, CountedAs counted, string why, Who who)
    {
        (objection.CountedAs, objection.Why, objection.RuledAt, objection.RuledBy) = ($"{counted}", why, Now, who.Name);
        return objection;
    }
}
