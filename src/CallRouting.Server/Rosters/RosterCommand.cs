using CallRouting.Server.Database;
using Microsoft.Extensions.Options;

namespace CallRouting.Server.Rosters;

/// <summary>What an operator types: roster load FILE. The exit code is 0 when the roster is in force, 1 when it was refused.</summary>
public sealed class RosterCommand(RosterStore rosters, Writes writes, IOptions<ModeOptions> mode)
{
    public async Task<int> Load(string file)
    {
        var reading = RosterFile.Read(file, demoNumbers: mode.Value.IsDemo);
        foreach (var warning in reading.Warnings)
        {
            await Console.Out.WriteLineAsync($"Warning: {warning}");
        }
        if (!reading.IsGood)
        {
            await Console.Error.WriteLineAsync(
                string.Join('\n', reading.Faults) + "\nThe roster was not loaded. What was in force still is."
            );
            return 1;
        }
        await writes.Commit(unit => rosters.Replace(reading.Book, unit));
        await Console.Out.WriteLineAsync(
            $"The roster of {file} is in force: {reading.Book.Offices.Count} offices, {reading.Book.Agents.Count} agents."
        );
        return 0;
    }
}
