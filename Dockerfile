# The relay for teams; see docs/relay.md.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY shared shared
COPY relay relay
RUN node relay/bundle.mjs

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production RELAY_DATA=/data PORT=8080
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev
COPY --from=build /app/dist/relay.mjs dist/relay.mjs
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
CMD ["node", "dist/relay.mjs"]
