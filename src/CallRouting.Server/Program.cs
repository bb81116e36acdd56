using CallRouting.Server;

return await Commands.Run(args);
