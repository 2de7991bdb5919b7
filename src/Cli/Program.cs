using SocialContract.Cli;

return (int)CommandProcess.Run(args);
