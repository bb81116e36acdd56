using CallRouting.Core.Offices;
using CallRouting.Server.Callbacks;
using CallRouting.Server.Database;
using CallRouting.Server.Messages;
using CallRouting.Server.Notices;
using CallRouting.Server.Reports;
using CallRouting.Server.Supervision;
using Microsoft.Data.SqlClient;
using NodaTime.Extensions;
using Npgsql;
using Quartz;

namespace CallRouting.Server.Health;

/// <summary>Quartz wakes the morning check at 08:30 in Norway, by our own clock. Of several instances on one database one does it.</summary>
public sealed class MorningJob(MorningCheck check, TimeProvider clock) : IJob
{
    private const string HalfPastEight = "0 30 8 ? * *";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await check.RunOnce(clock.GetUtcNow().ToInstant(), cancellationToken);

    public static void AddTo(IServiceCollection services, DatabaseOptions database)
    {
        services.AddQuartz(quartz =>
        {
            Keep(quartz, database);
            quartz.ScheduleJob<MorningJob>(
                trigger =>
                    trigger
                        .WithIdentity("morning")
                        .WithCronSchedule(
                            HalfPastEight,
                            // A check after the lines have opened comes too late to be of use.
                            schedule =>
                                schedule
                                    .InTimeZone(TimeZoneInfo.FindSystemTimeZoneById(OsloTime.Zone.Id))
                                    .WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)
                        ),
                job => job.WithIdentity("morning check")
            );
            NoticeJob.AddTo(quartz);
            CallbackJob.AddTo(quartz);
            CountJob.AddTo(quartz);
            ReportJob.AddTo(quartz);
            SupervisionJob.AddTo(quartz);
            MessageJob.AddTo(quartz);
        });
        services.AddQuartzHostedService(hosted => hosted.WaitForJobsToComplete = true);
    }

    // SQLite takes one writer, and that is us: the jobs are planned anew at each start.
    private static void Keep(IQuartzBuilder quartz, DatabaseOptions database)
    {
        switch (database.Choose())
        {
            case PostgresEngine:
                quartz.UsePersistentStore(store =>
                {
                    store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString!);
                    store.ProvisionSchema();
                    store.UseClustering();
                });
                break;
            case SqlServerEngine:
                quartz.UsePersistentStore(store =>
                {
                    store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString!);
                    store.ProvisionSchema();
                    store.UseClustering();
                });
                break;
            default:
                quartz.UseInMemoryStore();
                break;
        }
    }
}
