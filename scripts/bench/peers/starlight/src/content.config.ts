import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';

export const collections = {
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({
      extend: z.object({
        id: z.string().optional(),
        type: z.string().optional(),
        owner: z.string().optional(),
        clauses: z.array(z.string()).optional(),
      }),
    }),
  }),
};
