using CallRouting.Core.Reports;
using CallRouting.Server.Reports;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Benchmarks;

/// <summary>Writes counted transfers without what would be waited for: one prepared statement, and no unit of work.</summary>
internal sealed class InsertRow : IDisposable
{
    private const string Insert = """
        insert into counted_transfers (transfer_id, unit_number, line_id, area_code, day, half_hour, way, urgent, language, target_group,
                                       ending, rung, by_neighbour, seconds_to_accept, seconds_to_give_up, seconds_in_queue,
                                       lost_afterwards, misrouted, counts_against_office)
        values ($id, $unit, $line, $area, $day, $half, $way, $urgent, $language, '', $ending, $rung, 0, $accept, $giveUp, $queue, 0, $misrouted, $against)
        """;

    private readonly SqliteCommand insert;
    private readonly SqliteCommand stale;
    private readonly Dictionary<string, SqliteParameter> values = [];

    public InsertRow(SqliteConnection connection, SqliteTransaction transaction)
    {
        insert = connection.CreateCommand();
        (insert.CommandText, insert.Transaction) = (Insert, transaction);
        foreach (
            var name in new[]
            {
                "$id",
                "$unit",
                "$line",
                "$area",
                "$day",
                "$half",
                "$way",
                "$urgent",
                "$language",
                "$ending",
                "$rung",
                "$accept",
                "$giveUp",
                "$queue",
                "$misrouted",
                "$against",
            }
        )
        {
            values[name] = insert.Parameters.Add(new SqliteParameter(name, null));
        }
        stale = connection.CreateCommand();
        (stale.CommandText, stale.Transaction) = ("insert or replace into counted_days (day, stale) values ($day, 1)", transaction);
    }

    public void Write(CountedTransfer one)
    {
        var row = CountedTransferRow.Of(one);
        values["$id"].Value = row.TransferId;
        values["$unit"].Value = row.UnitNumber;
        values["$line"].Value = row.LineId;
        values["$area"].Value = row.AreaCode;
        values["$day"].Value = LocalDatePattern.Iso.Format(row.Day);
        values["$half"].Value = row.HalfHour;
        values["$way"].Value = row.Way;
        values["$urgent"].Value = row.Urgent;
        values["$language"].Value = row.Language;
        values["$ending"].Value = row.Ending;
        values["$rung"].Value = (object?)row.Rung ?? DBNull.Value;
        values["$accept"].Value = (object?)row.SecondsToAccept ?? DBNull.Value;
        values["$giveUp"].Value = (object?)row.SecondsToGiveUp ?? DBNull.Value;
        values["$queue"].Value = row.SecondsInQueue;
        values["$misrouted"].Value = row.Misrouted;
        values["$against"].Value = row.CountsAgainstOffice;
        insert.ExecuteNonQuery();
    }

    public void Stale(LocalDate day)
    {
        stale.Parameters.Clear();
        stale.Parameters.AddWithValue("$day", LocalDatePattern.Iso.Format(day));
        stale.ExecuteNonQuery();
    }

    public void Dispose()
    {
        insert.Dispose();
        stale.Dispose();
    }
}
