using CallRouting.Core.Offices;
using NodaTime;
using NodaTime.Extensions;

namespace CallRouting.Server.Offices;

/// <summary>What an operator types: registers load [FOLDER]. The exit code is 0 when the registers are in force, 1 when they were refused, 2 for a wrong command.</summary>
public sealed class RegistersCommand(RegisterRunner runner, TimeProvider clock, TextWriter output, TextWriter errors)
{
    private const int MostFaults = 50;

    private const string Usage = """
        registers load [FOLDER]

        Replaces the registers by the files of a folder, all or none of them. Without a folder: the registers that come with the server.
        """;

    public Task<int> Run(IReadOnlyList<string> args, CancellationToken cancel = default) =>
        args switch
        {
            ["load"] => Load(RegisterFiles.OwnFolder, cancel),
            ["load", var folder] when Directory.Exists(folder) => Load(folder, cancel),
            ["load", var folder] => Tell(errors, $"There is no folder {folder}.", exit: 2),
            _ => Tell(errors, Usage, exit: 2),
        };

    private async Task<int> Load(string folder, CancellationToken cancel)
    {
        var load = await runner.Load(folder, cancel);
        return load.Outcome switch
        {
            LoadOutcome.Refused => await Tell(errors, Refusal(folder, load.Reading.Faults), exit: 1),
            LoadOutcome.Unchanged => await Tell(output, $"Unchanged: the registers of {folder} are in force already.", exit: 0),
            _ => await Tell(output, Summary(folder, load.Reading.Registers, clock.GetCurrentInstant().OsloDate()), exit: 0),
        };
    }

    private static async Task<int> Tell(TextWriter writer, string text, int exit)
    {
        await writer.WriteLineAsync(text);
        return exit;
    }

    private static string Refusal(string folder, IReadOnlyList<RegisterFault> faults)
    {
        var more = faults.Count > MostFaults ? $"\n… and {faults.Count - MostFaults} more." : "";
        var listed = string.Join('\n', faults.Take(MostFaults));
        return $"{listed}{more}\nThe registers of {folder} were not loaded: {faults.Count} {(faults.Count == 1 ? "fault" : "faults")}. What was in force still is.";
    }

    private static string Summary(string folder, Registers registers, LocalDate today)
    {
        var places = new Places(registers);
        var areas = registers.Areas.Where(area => area.Valid.Covers(today)).CountBy(area => area.Kind).ToDictionary();
        return $"""
            The registers of {folder} are in force:
              {areas.GetValueOrDefault(AreaKind.Municipality), 5} municipalities, {areas.GetValueOrDefault(AreaKind.Territory)} territories
              {areas.GetValueOrDefault(AreaKind.District), 5} city districts
              {registers.Postcodes.Count(postcode => postcode.Valid.Covers(today)), 5} postcodes
              {places.Offices(today).Count, 5} offices (example data, may differ from Norg)
            {Unserved(places, today)}
            """;
    }

    private static string Unserved(Places places, LocalDate today)
    {
        var unserved = places
            .Registers.Areas.Where(area => area.Valid.Covers(today) && places.OfficesOf(area.Code, today).Count == 0)
            .Select(area => $"{area.Name} ({area.Code})")
            .ToList();
        return unserved.Count == 0
            ? "Every place has an office."
            : $"Nobody serves: {string.Join(", ", unserved)}. Their callers go to the contact centre.";
    }
}
