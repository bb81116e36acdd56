using CallRouting.Core.Rosters;
using CallRouting.Server.Database;

namespace CallRouting.Server.Rosters.Exchange;

/// <summary>Reads files for many lines, and finds for each row the line that it is for.</summary>
internal sealed class RosterFiles
{
    private readonly RosterStore rosters;
    private readonly UnitOfWork unit;
    private readonly Dictionary<string, DutyLine> lines = [];
    private readonly Dictionary<DutyLineId, IReadOnlyList<Officer>> people = [];
    private readonly List<(DutyLine Line, DutySpan Span)> duties = [];
    private readonly List<string> refused = [];

    private RosterFiles(RosterStore rosters, UnitOfWork unit) => (this.rosters, this.unit) = (rosters, unit);

    public static async Task<ReadFiles> Read(IReadOnlyList<string> files, RosterStore rosters, UnitOfWork unit)
    {
        var reading = new RosterFiles(rosters, unit);
        await reading.KnowLines();
        foreach (var file in files)
        {
            await reading.Read(file);
        }
        return new([.. reading.duties.GroupBy(duty => duty.Line, duty => duty.Span)], reading.refused);
    }

    // By its id; an office's general line also by the office's number.
    private async Task KnowLines()
    {
        foreach (var line in await rosters.EveryLine(unit))
        {
            lines[line.Id.Value] = line;
            if (line.IsGeneral)
            {
                lines[line.Unit.Value] = line;
            }
        }
    }

    private async Task Read(string file)
    {
        var own = lines.GetValueOrDefault(Path.GetFileNameWithoutExtension(file));
        var named = own is null ? await rosters.EveryOfficer(unit) : await PeopleOf(own);
        var import = RosterImports.Read(RosterFormats.OfFile(file)!.Value, await File.ReadAllBytesAsync(file), named);
        var wrong = new List<RefusedRow>(import.Refused);
        foreach (var duty in import.Duties)
        {
            if (await Wrong(duty, own) is { } row)
            {
                wrong.Add(row);
            }
        }
        refused.AddRange(wrong.OrderBy(row => row.Row).Select(row => $"{Path.GetFileName(file)} {row}"));
    }

    // Takes the duty, or says why not.
    private async Task<RefusedRow?> Wrong(ImportedDuty duty, DutyLine? own)
    {
        if ((duty.Line is null ? own : lines.GetValueOrDefault(duty.Line)) is not { } line)
        {
            return new(
                duty.Row,
                SheetColumns.Line,
                duty.Line ?? "",
                "There is no such duty line. Give an id, such as 0104-general, here or as the file's name."
            );
        }
        if ((await PeopleOf(line)).All(officer => officer.Id != duty.Span.OfficerId))
        {
            return new(duty.Row, SheetColumns.Officer, duty.Span.OfficerId, $"Line {line.Id} has nobody of this id.");
        }
        duties.Add((line, duty.Span));
        return null;
    }

    private async Task<IReadOnlyList<Officer>> PeopleOf(DutyLine line) =>
        people.TryGetValue(line.Id, out var known) ? known : people[line.Id] = await rosters.OfficersOf(line, unit);
}

/// <param name="Lines">Each with its duties, in the order of the files.</param>
/// <param name="Refused">With file, row, field and what is allowed.</param>
internal sealed record ReadFiles(IReadOnlyList<IGrouping<DutyLine, DutySpan>> Lines, IReadOnlyList<string> Refused);
