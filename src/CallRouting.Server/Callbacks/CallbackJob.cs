using NodaTime.Extensions;
using Quartz;

namespace CallRouting.Server.Callbacks;

/// <summary>Quartz wakes the rounds each minute; which warnings have been given is in the rows.</summary>
public sealed class CallbackJob(CallbackRounds rounds, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        await rounds.RunOnce(clock.GetUtcNow().ToInstant(), cancellationToken);

    public static void AddTo(IQuartzBuilder quartz) =>
        quartz.ScheduleJob<CallbackJob>(
            trigger =>
                trigger
                    .WithIdentity("call-backs")
                    .WithCronSchedule("30 * * ? * *", cron => cron.WithMisfireInstruction(CronTriggerMisfireInstruction.DoNothing)),
            job => job.WithIdentity("call-back rounds").DisallowConcurrentExecution()
        );
}
