using System.Data;
using System.Globalization;
using Dapper;
using NodaTime;
using NodaTime.Text;

namespace CallRouting.Server.Database;

/// <summary>How time is kept in columns, the same on every engine: instants as UTC microseconds, dates as ISO text.</summary>
public static class ColumnTypes
{
    private const int NanosecondsInMicrosecond = 1000;

    // Dapper's handlers are process-wide; saying it twice changes nothing.
    public static void Register()
    {
        SqlMapper.AddTypeHandler(new InstantColumn());
        SqlMapper.AddTypeHandler(new DateColumn());
        DefaultTypeMap.MatchNamesWithUnderscores = true;
    }

    public static long Microseconds(this Instant instant) => instant.ToUnixTimeTicks() / 10;

    public static Instant OfMicroseconds(long microseconds) =>
        NodaConstants.UnixEpoch.PlusNanoseconds(microseconds * NanosecondsInMicrosecond);

    private sealed class InstantColumn : SqlMapper.TypeHandler<Instant>
    {
        public override void SetValue(IDbDataParameter parameter, Instant value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.Microseconds();
        }

        public override Instant Parse(object value) => OfMicroseconds(Convert.ToInt64(value, CultureInfo.InvariantCulture));
    }

    private sealed class DateColumn : SqlMapper.TypeHandler<LocalDate>
    {
        public override void SetValue(IDbDataParameter parameter, LocalDate value)
        {
            parameter.DbType = DbType.String;
            parameter.Value = LocalDatePattern.Iso.Format(value);
        }

        public override LocalDate Parse(object value) => LocalDatePattern.Iso.Parse((string)value).Value;
    }
}
